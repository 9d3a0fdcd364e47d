package no.tillit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.UUID;
import no.tillit.audit.internal.WritingEntries;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Purpose;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.LogCipher;
import no.tillit.verifier.LogEntry;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An entry is written in the transaction of what it records, so both stand or neither does. When it cannot be written,
 * what it would have recorded does not happen.
 *
 * <p>The application's database role may add and read entries, never change or remove them; each carries the hash of its
 * leaf, and the sequencer gives it its place in the tree once it is committed.
 */
@ApplicationScoped
public class AuditLog {
    private static final Logger LOG = Logger.getLogger(AuditLog.class);

    @Inject
    private WritingEntries writing;

    @Inject
    private Clock clock;

    @Inject
    private LogCipher cipher;

    /**
     * Adds the entry to the caller's transaction.
     *
     * @return the entry's number
     * @throws AuditUnavailable when it cannot be written; the transaction is rolled back
     * @throws jakarta.transaction.TransactionalException when there is no transaction
     */
    public long record(AuditEntry entry) {
        try {
            return writing.write(sealed(entry));
        } catch (PersistenceException e) {
            throw unavailable(e);
        }
    }

    /**
     * Adds the entry and commits it at once: before a read's first byte, and for what was refused.
     *
     * @throws AuditUnavailable when it cannot be written
     */
    public void recordNow(AuditEntry entry) {
        recordNow(List.of(entry));
    }

    /** As {@link #recordNow(AuditEntry)}, for one deed that concerns several: all entries stand or none. */
    public void recordNow(List<AuditEntry> entries) {
        try {
            writing.writeNow(entries.stream().map(this::sealed).toList());
        } catch (PersistenceException | TransactionalException e) {
            throw unavailable(e);
        }
    }

    private LogEntry sealed(AuditEntry entry) {
        UUID id = UUID.randomUUID();
        return new LogEntry(
                id,
                clock.now(),
                entry.actor(),
                entry.role(),
                name(entry.purpose()),
                entry.action(),
                entry.project() == null ? null : entry.project().value(),
                entry.participant() == null ? null : entry.participant().value(),
                entry.recordType(),
                entry.record(),
                entry.outcome().name(),
                entry.reason(),
                details(entry, id));
    }

    /** Words about somebody who has been erased are not kept. */
    private byte @Nullable [] details(AuditEntry entry, UUID id) {
        String words = entry.details();
        if (words == null) {
            return null;
        }
        try {
            return cipher.seal(DetailsOwner.of(entry.project(), entry.participant()), id, words);
        } catch (KeyDestroyed erased) {
            return null;
        }
    }

    private static AuditUnavailable unavailable(RuntimeException e) {
        LOG.error("The audit log cannot be written: requests are refused until it can", e);
        return new AuditUnavailable(e);
    }

    private static @Nullable String name(@Nullable Purpose value) {
        return value == null ? null : value.name();
    }
}
