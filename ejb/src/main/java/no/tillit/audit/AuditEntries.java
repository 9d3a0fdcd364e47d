package no.tillit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.tillit.audit.internal.EntryRows;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.verifier.LogEntry;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The entries of the log, filtered and cut by the database. Asks no permission: {@code no.tillit.access.ReadingAudit} does. */
@ApplicationScoped
public class AuditEntries {
    private static final int MOST_WATCHED = 50;

    @PersistenceContext
    private EntityManager entities;

    /** The entries that fit, newest first. */
    public Page<LoggedEntry> page(AuditFilter filter, PageRequest request) {
        Where where = new Where(filter);
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            long total = count(connection, where);
            return new Page<>(entries(connection, where, request), request.page(), request.size(), total);
        });
    }

    private static long count(Connection connection, Where where) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*) FROM audit_entry" + where.clause())) {
            where.fill(select);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<LoggedEntry> entries(Connection connection, Where where, PageRequest request)
            throws SQLException {
        String sql = "SELECT * FROM audit_entry" + where.clause() + " ORDER BY id DESC LIMIT ? OFFSET ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = where.fill(select);
            select.setInt(next, request.size());
            select.setInt(next + 1, request.offset());
            List<LoggedEntry> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(entry(row));
                }
            }
            return found;
        }
    }

    private static LoggedEntry entry(ResultSet row) throws SQLException {
        String purpose = row.getString("purpose");
        UUID project = row.getObject("project_id", UUID.class);
        UUID participant = row.getObject("participant_id", UUID.class);
        return new LoggedEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("role"),
                purpose == null ? null : Purpose.valueOf(purpose),
                row.getString("action"),
                project == null ? null : new ProjectId(project),
                participant == null ? null : new ParticipantId(participant),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getBytes("details") != null);
    }

    /** The entry with this number, as it was hashed. */
    public Optional<LogEntry> find(long number) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM audit_entry WHERE id = ?")) {
                select.setLong(1, number);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(EntryRows.read(row)) : Optional.empty();
                }
            }
        });
    }

    /**
     * Who did one of these to how many different people in a day, where it is more than so many; the newest day and the most people
     * first.
     *
     * @param since the first day
     */
    public List<ManyPeople> manyPeople(List<String> actions, LocalDate since, int moreThan) {
        String sql = "SELECT actor, action, (at AT TIME ZONE '" + Clock.ZONE + "')::date AS day,"
                + " count(DISTINCT participant_id) AS people FROM audit_entry"
                + " WHERE at >= ? AND action = ANY (?) AND outcome = 'ALLOWED' AND participant_id IS NOT NULL"
                + " GROUP BY actor, action, day HAVING count(DISTINCT participant_id) > ?"
                + " ORDER BY day DESC, people DESC, actor LIMIT " + MOST_WATCHED;
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, Where.startOf(since));
                select.setArray(2, connection.createArrayOf("text", actions.toArray()));
                select.setInt(3, moreThan);
                List<ManyPeople> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new ManyPeople(
                                row.getString("actor"),
                                row.getString("action"),
                                row.getObject("day", LocalDate.class),
                                row.getInt("people")));
                    }
                }
                return found;
            }
        });
    }

    /** The conditions of a filter and the values that go with them. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Where(AuditFilter filter) {
            add("actor = ?", filter.actor());
            add("action = ?", filter.action());
            add(
                    "project_id = ?",
                    filter.project() == null ? null : filter.project().value());
            add(
                    "participant_id = ?",
                    filter.participant() == null ? null : filter.participant().value());
            add("record_id = ?", filter.record());
            add(
                    "outcome = ?",
                    filter.outcome() == null ? null : filter.outcome().name());
            add("at >= ?", startOf(filter.from()));
            add("at < ?", filter.to() == null ? null : startOf(filter.to().plusDays(1)));
        }

        private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
            return day == null ? null : day.atStartOfDay(Clock.ZONE).toInstant().atOffset(ZoneOffset.UTC);
        }

        private void add(String condition, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                values.add(value);
            }
        }

        String clause() {
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }

        /** Sets the values and says which parameter comes next. */
        int fill(PreparedStatement statement) throws SQLException {
            int next = 1;
            for (Object value : values) {
                statement.setObject(next++, value);
            }
            return next;
        }
    }
}
