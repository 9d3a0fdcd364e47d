package no.tillit.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import no.tillit.verifier.LogEntry;
import org.hibernate.Session;

/** Entries are plain inserts, in the caller's transaction or in one of their own that ends before the call does. */
@ApplicationScoped
public class WritingEntries {
    @PersistenceContext
    private EntityManager entities;

    /** In the caller's transaction; gives the entry's number. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long write(LogEntry entry) {
        return entities.unwrap(Session.class).doReturningWork(connection -> EntryRows.insert(connection, entry));
    }

    /** All or none, durable when it returns. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void writeNow(List<LogEntry> batch) {
        entities.unwrap(Session.class).doWork(connection -> EntryRows.insert(connection, batch));
    }
}
