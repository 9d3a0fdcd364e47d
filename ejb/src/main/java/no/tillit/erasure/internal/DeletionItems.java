package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionProgress;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.Reach;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.retention.RetentionDecision;
import no.tillit.retention.RetentionReason;
import org.jspecify.annotations.Nullable;

/** The items of deletion jobs: what the preview shows, and after approval the list that is worked off. */
@ApplicationScoped
public class DeletionItems {
    private static final int CHUNK = 500;
    private static final String INSERT = """
            INSERT INTO deletion_item (job_id, project_id, version, seq, kind, step_order, record_id, participant_id, parts,
                                       bytes, sha256, decision, reason, counts_from, reach, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /**
     * An item of a job that is being carried out, by its number.
     *
     * @param order its step's
     */
    public record Numbered(int order, int seq, ErasureItem item) {}

    /**
     * Items of one step of a job, by their numbers.
     *
     * @param order the step's
     * @param from the first
     * @param to the last
     */
    public record Part(int order, int from, int to) {}

    @Inject
    private Rows rows;

    @Inject
    private HoldingBack holdingBack;

    /** Takes from the list of an approved job what has been held since. */
    public void holdBack(DeletionJobId job, int version, LocalDate day) {
        holdingBack.apply(job, version, day);
    }

    /** How many of the records that were erased are still there, asked of the records themselves. */
    public long stillThere(DeletionJobId job) {
        return rows.number("""
                SELECT count(*) FROM deletion_item i JOIN disposal d ON d.kind = i.kind AND d.record_id = i.record_id
                WHERE i.job_id = ? AND i.state = 'ERASED'""", job.value());
    }

    /** What was said to be erased and is still found counts as failed. */
    public void failStillThere(DeletionJobId job) {
        rows.change("""
                UPDATE deletion_item i SET state = 'FAILED' FROM disposal d
                WHERE i.job_id = ? AND i.state = 'ERASED' AND d.kind = i.kind AND d.record_id = i.record_id""", job.value());
    }

    /** Takes stock of the scope as this version of the job's preview, step by step, in chunks. */
    public void takeStock(DeletionJobId job, int version, ErasureScope scope, List<ErasureStep> steps) {
        holdingBack.prepare(scope.project());
        int seq = 0;
        for (ErasureStep step : steps) {
            try (Stream<ErasureItem> found = found(step, scope)) {
                seq = keep(job, scope.project(), version, step, found.iterator(), seq);
            }
        }
        holdingBack.apply(job, version, scope.day());
    }

    private Stream<ErasureItem> found(ErasureStep step, ErasureScope scope) {
        if (scope.cause() != DeletionCause.SCHEDULE) {
            return step.inventory(scope);
        }
        List<UUID> due = holdingBack.dueBySchedule(scope.project(), step.kind(), scope.day());
        return due.isEmpty() ? Stream.empty() : step.among(scope, due);
    }

    private int keep(
            DeletionJobId job,
            ProjectId project,
            int version,
            ErasureStep step,
            Iterator<ErasureItem> found,
            int start) {
        int seq = start;
        List<@Nullable Object[]> chunk = new ArrayList<>(CHUNK);
        while (found.hasNext()) {
            chunk.add(values(job, project, version, ++seq, step.order(), found.next()));
            if (chunk.size() == CHUNK) {
                rows.changeAll(INSERT, chunk);
                chunk.clear();
            }
        }
        rows.changeAll(INSERT, chunk);
        return seq;
    }

    private static @Nullable Object[] values(
            DeletionJobId job, ProjectId project, int version, int seq, int order, ErasureItem item) {
        return new @Nullable Object[] {
            job.value(),
            project.value(),
            version,
            seq,
            item.kind(),
            order,
            item.record(),
            item.participant() == null ? null : item.participant().value(),
            item.count(),
            item.bytes(),
            item.hash(),
            item.decision().name(),
            item.decision().reason().code(),
            item.decision().date(),
            item.reach(),
            item.decision().erases() ? "PENDING" : "HELD_BACK"
        };
    }

    /** Forgets a version of a preview. */
    public void drop(DeletionJobId job, int version) {
        rows.change("DELETE FROM deletion_item WHERE job_id = ? AND version = ?", job.value(), version);
    }

    public DeletionProgress progress(DeletionJobId job) {
        return rows.one(
                        """
                        SELECT count(*) FILTER (WHERE decision = 'DISPOSE') AS total,
                               count(*) FILTER (WHERE state = 'ERASED') AS erased,
                               count(*) FILTER (WHERE state = 'FAILED') AS failed
                        FROM deletion_item WHERE job_id = ?""",
                        row -> new DeletionProgress(row.getLong("total"), row.getLong("erased"), row.getLong("failed")),
                        job.value())
                .orElseThrow();
    }

    /** What is left of the first step of which anything is, in parts of as many items: one for each so many, at most so many parts. */
    public List<Part> parts(DeletionJobId job, int itemsEach, int most) {
        return rows.list(
                """
                WITH pending AS (SELECT step_order, seq, count(*) OVER () AS all_of_them FROM deletion_item
                    WHERE job_id = ? AND state = 'PENDING' AND step_order = (SELECT min(step_order) FROM deletion_item
                        WHERE job_id = ? AND state = 'PENDING')),
                part AS (SELECT step_order, seq,
                    ntile(least(?, ceil(all_of_them / ?::numeric))::int) OVER (ORDER BY seq) AS number FROM pending)
                SELECT step_order, min(seq) AS first, max(seq) AS last FROM part GROUP BY step_order, number ORDER BY number""",
                row -> new Part(row.getInt("step_order"), row.getInt("first"), row.getInt("last")),
                job.value(),
                job.value(),
                most,
                itemsEach);
    }

    public boolean isAnyPending(DeletionJobId job) {
        return rows.number(
                        "SELECT count(*) FROM (SELECT 1 FROM deletion_item WHERE job_id = ? AND state = 'PENDING' LIMIT 1) p",
                        job.value())
                > 0;
    }

    /** The next items of a part to erase, in their order, after this number. */
    public List<Numbered> pending(DeletionJobId job, Part part, int after, int limit) {
        return rows.list("""
                SELECT * FROM deletion_item WHERE job_id = ? AND state = 'PENDING' AND step_order = ? AND seq > ?
                AND seq BETWEEN ? AND ? ORDER BY seq LIMIT ?""", DeletionItems::numbered, job.value(), part.order(), after, part.from(), part.to(), limit);
    }

    /**
     * Takes these items of one step for this transaction and says which of them are still to be erased: what another node has erased
     * meanwhile, or somebody has had held back, is none of them. Who takes the same waits.
     */
    public List<Numbered> take(DeletionJobId job, List<Numbered> some) {
        Set<Integer> left = Set.copyOf(
                rows.list("""
                SELECT seq FROM deletion_item WHERE job_id = ? AND step_order = ? AND seq = ANY (?) AND state = 'PENDING'
                ORDER BY seq FOR UPDATE""", row -> row.getInt(1), job.value(), some.get(0).order(), numbers(some)));
        return some.stream().filter(item -> left.contains(item.seq())).toList();
    }

    /**
     * What goes of participants whose key stays, so that the register has to name each record, and what is of one of these kinds;
     * after {@code seq}.
     */
    public List<Numbered> toBeNamed(DeletionJobId job, List<String> kinds, int seq, int limit) {
        return rows.list("""
                SELECT i.* FROM deletion_item i WHERE i.job_id = ? AND i.decision = 'DISPOSE' AND i.seq > ?
                AND (i.kind = ANY (?) OR NOT EXISTS (SELECT 1 FROM deletion_key k
                                WHERE k.job_id = i.job_id AND k.participant_id = i.participant_id))
                ORDER BY i.seq LIMIT ?""", DeletionItems::numbered, job.value(), seq, kinds.toArray(String[]::new), limit);
    }

    /**
     * Of items of one step that {@link #take} gave.
     *
     * @param missing those that were not there: if another deletion says that it erased one of them, this one does not claim it
     */
    public void markErased(DeletionJobId job, List<Numbered> erased, List<Numbered> missing, Instant now) {
        int order = erased.get(0).order();
        if (!missing.isEmpty()) {
            rows.change("""
                    UPDATE deletion_item i SET state = 'ERASED', ended_at = ?, erased_before = true
                    WHERE i.job_id = ? AND i.step_order = ? AND i.seq = ANY (?) AND i.state = 'PENDING'
                    AND EXISTS (SELECT 1 FROM deletion_item o WHERE o.record_id = i.record_id AND o.kind = i.kind
                        AND o.participant_id IS NOT DISTINCT FROM i.participant_id AND o.decision = 'DISPOSE'
                        AND o.state = 'ERASED' AND o.job_id <> i.job_id)""", now, job.value(), order, numbers(missing));
        }
        rows.change("""
                UPDATE deletion_item SET state = 'ERASED', ended_at = ?
                WHERE job_id = ? AND step_order = ? AND seq = ANY (?) AND state = 'PENDING'""", now, job.value(), order, numbers(erased));
    }

    private static Integer[] numbers(List<Numbered> items) {
        return items.stream().map(Numbered::seq).toArray(Integer[]::new);
    }

    /** How many of the job's records another deletion had erased before. */
    public long erasedBefore(DeletionJobId job) {
        return rows.number("SELECT count(*) FROM deletion_item WHERE job_id = ? AND erased_before", job.value());
    }

    public void markFailed(DeletionJobId job, int seq, Instant now) {
        rows.change(
                "UPDATE deletion_item SET state = 'FAILED', ended_at = ? WHERE job_id = ? AND seq = ? AND state = 'PENDING'",
                now,
                job.value(),
                seq);
    }

    /** How many records of the kind are held back, or failed: as many may still be found. */
    public long heldBack(DeletionJobId job, String kind) {
        return rows.number(
                "SELECT count(*) FROM deletion_item WHERE job_id = ? AND kind = ? AND state = 'HELD_BACK'",
                job.value(),
                kind);
    }

    /** What was said to be erased and is still found counts as failed: nothing is called gone that is there. */
    public void failKind(DeletionJobId job, String kind) {
        rows.change(
                "UPDATE deletion_item SET state = 'FAILED' WHERE job_id = ? AND kind = ? AND state = 'ERASED'",
                job.value(),
                kind);
    }

    /** Everything that failed waits for its turn again. */
    public void retryFailed(DeletionJobId job) {
        rows.change(
                "UPDATE deletion_item SET state = 'PENDING', ended_at = NULL WHERE job_id = ? AND state = 'FAILED'",
                job.value());
    }

    private static Numbered numbered(ResultSet row) throws SQLException {
        UUID participant = row.getObject("participant_id", UUID.class);
        return new Numbered(
                row.getInt("step_order"),
                row.getInt("seq"),
                new ErasureItem(
                        row.getString("kind"),
                        row.getObject("record_id", UUID.class),
                        participant == null ? null : new ParticipantId(participant),
                        row.getLong("parts"),
                        row.getLong("bytes"),
                        RetentionDecision.named(
                                row.getString("decision"),
                                RetentionReason.withCode(row.getString("reason")),
                                row.getObject("counts_from", java.time.LocalDate.class)),
                        Reach.valueOf(row.getString("reach")),
                        row.getString("sha256")));
    }
}
