package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/** Work in a transaction of its own, between waits that no transaction outlasts. */
@ApplicationScoped
public class Alone {
    @Transactional(TxType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void run(Runnable work) {
        work.run();
    }
}
