package no.tillit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import no.tillit.kernel.Clock;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * An entry is written in the transaction of what it records, so both stand or neither does.
 *
 * <p>The application's database role may add and read entries, never change or remove them.
 */
@ApplicationScoped
public class AuditLog {
    private static final String INSERT = """
            INSERT INTO audit_entry (at, actor, role, purpose, action, project_id, participant_id,
                                     record_type, record_id, outcome, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /**
     * Adds the entry to the caller's transaction.
     *
     * @return the entry's number
     * @throws jakarta.transaction.TransactionalException when there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long record(AuditEntry entry) {
        return write(entry);
    }

    /** Adds the entry and commits it at once: before a read's first byte, and for what was refused. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordNow(AuditEntry entry) {
        write(entry);
    }

    private long write(AuditEntry entry) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setTimestamp(1, Timestamp.from(clock.now()));
                insert.setString(2, entry.actor());
                insert.setString(3, entry.role());
                insert.setString(4, name(entry.purpose()));
                insert.setString(5, entry.action());
                insert.setObject(
                        6, entry.project() == null ? null : entry.project().value());
                insert.setObject(
                        7,
                        entry.participant() == null ? null : entry.participant().value());
                insert.setString(8, entry.recordType());
                insert.setObject(9, entry.record());
                insert.setString(10, entry.outcome().name());
                insert.setString(11, entry.reason());
                try (var id = insert.executeQuery()) {
                    id.next();
                    return id.getLong(1);
                }
            }
        });
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
