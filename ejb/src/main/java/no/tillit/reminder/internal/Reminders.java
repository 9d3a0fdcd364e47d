package no.tillit.reminder.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.kernel.ProjectId;
import no.tillit.reminder.Reminder;
import no.tillit.reminder.ReminderKind;
import org.jspecify.annotations.Nullable;

/** What is due soon, and which of it has been sent. */
@ApplicationScoped
public class Reminders {
    /** One row for each thing to be reminded of, within its project's lead time; a hold's review and an
     * answer also when they are overdue, an answer from ten days before.
     */
    private static final String SOON = """
            WITH p AS (SELECT p.id, p.name, p.ends_on, s.mailbox, CAST(:today AS date) + coalesce(s.lead_days, 60) AS horizon
                         FROM project p LEFT JOIN retention_setting s ON s.project_id = p.id),
            soon AS (
                SELECT p.id AS project, p.name, p.mailbox, 'APPROVAL_ENDS' AS kind, p.id AS subject, p.ends_on AS day, 1 AS records
                  FROM p WHERE p.ends_on BETWEEN :today AND p.horizon
                UNION ALL
                SELECT p.id, p.name, p.mailbox, 'DUE', p.id, d.due_on, count(*) FROM p JOIN disposal d ON d.project_id = p.id
                    AND d.decision = 'DISPOSE' AND d.due_on BETWEEN :today AND p.horizon AND d.schedule IS NOT NULL
                    AND NOT d.held GROUP BY p.id, p.name, p.mailbox, d.due_on
                UNION ALL
                SELECT p.id, p.name, p.mailbox, 'REVIEW', p.id, d.review_on, count(*) FROM p JOIN disposal d ON d.project_id = p.id
                    AND d.review_on BETWEEN :today AND p.horizon GROUP BY p.id, p.name, p.mailbox, d.review_on
                UNION ALL
                SELECT p.id, p.name, p.mailbox, 'HOLD_REVIEW', h.id, h.review_on, 1 FROM p JOIN retention_hold h
                    ON h.project_id = p.id AND h.released_at IS NULL AND h.review_on <= p.horizon
                UNION ALL
                SELECT p.id, p.name, p.mailbox, 'CONSENT_ENDS', p.id, c.last_day, count(DISTINCT c.participant_id)
                  FROM p JOIN consent_standing c ON c.project_id = p.id AND c.state = 'GIVEN'
                    AND c.last_day BETWEEN :today AND p.horizon GROUP BY p.id, p.name, p.mailbox, c.last_day
                UNION ALL
                SELECT p.id, p.name, p.mailbox, 'ANSWER_DUE', j.id, j.last_day, 1 FROM p JOIN (
                    SELECT id, project_id, CAST(received_on + CASE WHEN extended_on IS NULL THEN interval '1 month'
                           ELSE interval '3 months' END AS date) AS last_day
                      FROM deletion_job WHERE received_on IS NOT NULL AND answered_on IS NULL) j
                    ON j.project_id = p.id AND j.last_day <= CAST(:today AS date) + 10)
            """;

    @PersistenceContext
    private EntityManager entities;

    /** A reminder on its way out. */
    public record Outgoing(
            UUID id, Reminder reminder, @Nullable String mailbox, int attempts) {}

    /** What is due soon in the projects that the transaction sees, the earliest first. */
    public List<Reminder> soon(LocalDate today, int limit) {
        return rows(entities.createNativeQuery(
                                SOON
                                        + "SELECT *, to_char(day, 'YYYY-MM-DD') AS d FROM soon ORDER BY day, kind LIMIT :most",
                                Tuple.class)
                        .setParameter("today", today)
                        .setParameter("most", limit))
                .map(Reminders::reminder)
                .toList();
    }

    /** Keeps everything that is due soon and was not kept before. */
    public int gather(LocalDate today, Instant now) {
        return entities.createNativeQuery(SOON + """
                                INSERT INTO reminder (id, project_id, kind, subject, day, records, made_at, next_at)
                                SELECT gen_random_uuid(), project, kind, subject, day, records, :now, :now FROM soon
                                ON CONFLICT (kind, subject, day) DO NOTHING""")
                .setParameter("today", today)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Takes the next one that waits, for this node and until {@code until}; nobody else takes it before. */
    public Optional<Outgoing> take(Instant now, Instant until) {
        return rows(entities.createNativeQuery("""
                                UPDATE reminder r SET next_at = :until, attempts = r.attempts + 1
                                FROM project p LEFT JOIN retention_setting s ON s.project_id = p.id
                                WHERE p.id = r.project_id AND r.id = (SELECT w.id FROM reminder w WHERE w.sent_at IS NULL
                                    AND w.next_at <= :now ORDER BY w.next_at, w.id LIMIT 1 FOR UPDATE SKIP LOCKED)
                                RETURNING r.id, r.project_id AS project, p.name, s.mailbox, r.kind, r.subject,
                                    to_char(r.day, 'YYYY-MM-DD') AS d, r.records, r.attempts""", Tuple.class)
                        .setParameter("now", now)
                        .setParameter("until", until))
                .findFirst()
                .map(row -> new Outgoing(
                        row.get("id", UUID.class),
                        reminder(row),
                        row.get("mailbox", String.class),
                        ((Number) row.get("attempts")).intValue()));
    }

    public void sent(UUID id, Instant now) {
        entities.createNativeQuery("UPDATE reminder SET sent_at = :now WHERE id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Leaves it for later. */
    public void later(UUID id, Instant next) {
        entities.createNativeQuery("UPDATE reminder SET next_at = :next WHERE id = :id AND sent_at IS NULL")
                .setParameter("next", next)
                .setParameter("id", id)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> rows(Query query) {
        return ((List<Tuple>) query.getResultList()).stream();
    }

    private static Reminder reminder(Tuple row) {
        return new Reminder(
                new ProjectId(row.get("project", UUID.class)),
                row.get("name", String.class),
                ReminderKind.valueOf(row.get("kind", String.class)),
                row.get("subject", UUID.class),
                LocalDate.parse(row.get("d", String.class)),
                ((Number) row.get("records")).longValue());
    }
}
