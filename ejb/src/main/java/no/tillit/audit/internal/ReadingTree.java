package no.tillit.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/** Looks at the tree, each time in a short transaction of its own. */
@ApplicationScoped
public class ReadingTree implements Exporting.Database {
    @PersistenceContext
    private EntityManager entities;

    @Override
    @Transactional(value = Transactional.TxType.REQUIRES_NEW)
    public <T> T with(Exporting.Work<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work::on);
    }
}
