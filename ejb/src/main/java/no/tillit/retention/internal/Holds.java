package no.tillit.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyDestroyed;
import no.tillit.retention.Hold;
import no.tillit.retention.HoldAudience;
import no.tillit.retention.HoldFilter;
import no.tillit.retention.HoldId;
import no.tillit.retention.NewHold;
import org.jspecify.annotations.Nullable;

/** All holds. The reason is encrypted under the key of the participant who is held, or of the project. */
@ApplicationScoped
public class Holds {
    @Inject
    private Rows rows;

    @Inject
    private FieldCipher cipher;

    /** Makes whoever places or releases holds of the project, or begins a deletion in it, wait for each other. */
    public void lock(ProjectId project) {
        rows.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 22))", row -> true, "holds " + project.value());
    }

    public void add(HoldId id, ProjectId project, NewHold hold, Instant now, String by) {
        byte[] reason = cipher.encrypt(owner(project, hold.participant()), context(id), hold.reason());
        rows.change(
                """
                INSERT INTO retention_hold (id, project_id, participant_id, kind, record_id, reason, authority, review_on,
                                            seen_by, placed_at, placed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id.value(),
                project.value(),
                hold.participant() == null ? null : hold.participant().value(),
                hold.kind() == null ? null : hold.kind().step(),
                hold.record(),
                reason,
                hold.authority(),
                hold.reviewOn(),
                hold.audience(),
                now,
                by);
    }

    public Optional<Hold> find(HoldId id) {
        return rows.list("SELECT * FROM retention_hold WHERE id = ?", this::hold, id.value()).stream()
                .findFirst();
    }

    public void review(HoldId id, LocalDate next, Instant now, String by) {
        rows.change(
                "UPDATE retention_hold SET review_on = ?, reviewed_at = ?, reviewed_by = ? WHERE id = ? AND released_at IS NULL",
                next,
                now,
                by,
                id.value());
    }

    public void release(HoldId id, Instant now, String by) {
        rows.change(
                "UPDATE retention_hold SET released_at = ?, released_by = ? WHERE id = ? AND released_at IS NULL",
                now,
                by,
                id.value());
    }

    /** Of released ones: what is held is not erased. */
    public void forgetReasons(String kind, Collection<UUID> records) {
        rows.change(
                "UPDATE retention_hold SET reason = NULL WHERE kind = ? AND record_id = ANY (?) AND released_at IS NOT NULL"
                        + " AND reason IS NOT NULL",
                kind,
                records.toArray(UUID[]::new));
    }

    /** Of released ones. */
    public void forgetReasons(Collection<ParticipantId> participants) {
        UUID[] ids = participants.stream().map(ParticipantId::value).toArray(UUID[]::new);
        rows.change(
                "UPDATE retention_hold SET reason = NULL WHERE participant_id = ANY (?) AND released_at IS NOT NULL"
                        + " AND reason IS NOT NULL",
                (Object) ids);
    }

    /** Holds, those to be reviewed first. */
    public Page<Hold> page(HoldFilter filter, LocalDate today, PageRequest request) {
        String where = """
                 FROM retention_hold WHERE (?::uuid IS NULL OR project_id = ?::uuid)
                 AND (? OR released_at IS NULL) AND (NOT ? OR (released_at IS NULL AND review_on <= ?))""";
        UUID project = filter.project() == null ? null : filter.project().value();
        long total =
                rows.number("SELECT count(*)" + where, project, project, filter.released(), filter.toReview(), today);
        List<Hold> items = rows.list(
                "SELECT *" + where + " ORDER BY released_at NULLS FIRST, review_on, id LIMIT ? OFFSET ?",
                this::hold,
                project,
                project,
                filter.released(),
                filter.toReview(),
                today,
                request.size(),
                request.offset());
        return new Page<>(items, request.page(), request.size(), total);
    }

    /** The holds that stand on the record, or on somebody it is about. */
    public List<Hold> standingOn(String kind, UUID record) {
        return rows.list("""
                SELECT h.* FROM retention_hold h WHERE h.released_at IS NULL AND ((h.kind = ? AND h.record_id = ?)
                    OR h.participant_id IN (SELECT participant_id FROM record_person WHERE kind = ? AND record_id = ?))
                ORDER BY h.placed_at""", this::hold, kind, record, kind, record);
    }

    /** Whether the project has this record, or this participant's row. */
    public boolean isThere(ProjectId project, String kind, UUID record) {
        return rows.number(
                        "SELECT count(*) FROM disposal WHERE project_id = ? AND kind = ? AND record_id = ?",
                        project.value(),
                        kind,
                        record)
                > 0;
    }

    private Hold hold(ResultSet row) throws SQLException {
        UUID participant = row.getObject("participant_id", UUID.class);
        ParticipantId person = participant == null ? null : new ParticipantId(participant);
        HoldId id = new HoldId(row.getObject("id", UUID.class));
        ProjectId project = new ProjectId(row.getObject("project_id", UUID.class));
        return new Hold(
                id,
                project,
                person,
                row.getString("kind"),
                row.getObject("record_id", UUID.class),
                reason(owner(project, person), id, row.getBytes("reason")),
                row.getString("authority"),
                row.getObject("review_on", LocalDate.class),
                HoldAudience.valueOf(row.getString("seen_by")),
                Objects.requireNonNull(Rows.instant(row, "placed_at")),
                row.getString("placed_by"),
                Rows.instant(row, "reviewed_at"),
                row.getString("reviewed_by"),
                Rows.instant(row, "released_at"),
                row.getString("released_by"));
    }

    /** A released hold outlives the person it was on; its reason does not. */
    private @Nullable String reason(SubjectId owner, HoldId id, byte @Nullable [] encrypted) {
        if (encrypted == null) {
            return null;
        }
        try {
            return cipher.decrypt(owner, context(id), encrypted);
        } catch (KeyDestroyed erased) {
            return null;
        }
    }

    private static SubjectId owner(ProjectId project, @Nullable ParticipantId participant) {
        return participant == null ? SubjectId.of(project) : SubjectId.of(participant);
    }

    private static FieldContext context(HoldId id) {
        return new FieldContext("retention_hold", "reason", id.value());
    }
}
