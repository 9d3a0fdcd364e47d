package no.tillit.testing;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** What was asked of the database on this thread, as it was written, without values. */
public final class Statements implements StatementInspector {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<List<String>> ASKED = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public String inspect(String sql) {
        ASKED.get().add(sql);
        return sql;
    }

    /** What this does asks; whatever it throws is the caller's to catch. */
    public static List<String> of(Runnable work) {
        ASKED.get().clear();
        work.run();
        return List.copyOf(ASKED.get());
    }
}
