package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionLine;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.PreviewChange;
import no.tillit.erasure.PreviewNote;
import no.tillit.erasure.Reach;
import no.tillit.kernel.Rows;
import no.tillit.retention.RetentionReason;

/** The previews of deletion jobs, counted in the database. */
@ApplicationScoped
public class Previews {
    /** What makes two versions of an item the same: everything but the day on which it was looked at. */
    private static final String SAME = "kind, record_id, participant_id, parts, bytes, sha256, decision, reason, reach";

    /** Participants of whom everything goes, in a job where nothing that belongs to several is held back. */
    static final String WHOLLY_ERASED = """
            WITH listed AS MATERIALIZED (
                SELECT i.participant_id, i.decision, i.reason FROM deletion_item i JOIN deletion_job j ON j.id = i.job_id
                WHERE i.job_id = ? AND i.version = j.version AND j.withdrawn_items = '{}' AND j.cause <> 'SCHEDULE')
            SELECT participant_id FROM listed
            WHERE participant_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM listed WHERE participant_id IS NULL AND decision <> 'DISPOSE' AND reason <> 'anonymised')
            GROUP BY participant_id HAVING bool_and(decision = 'DISPOSE')""";

    @Inject
    private Rows rows;

    @Inject
    private DeletionItems items;

    @Inject
    private ManualSteps manualSteps;

    public Previews() {}

    public Previews(Rows rows, DeletionItems items) {
        this.rows = rows;
        this.items = items;
    }

    public DeletionPreview of(DeletionJobSummary job) {
        List<DeletionLine> lines = lines(job);
        return new DeletionPreview(
                job,
                lines,
                keys(job),
                notes(job, lines),
                changes(job),
                manualSteps.of(job.id()),
                items.progress(job.id()));
    }

    /** How many keys go: settled when the run began, and until then as the list says. */
    private long keys(DeletionJobSummary job) {
        long settled = rows.number(
                "SELECT count(*) FROM deletion_key WHERE job_id = ?", job.id().value());
        return settled > 0
                ? settled
                : rows.number(
                        "SELECT count(*) FROM (" + WHOLLY_ERASED + ") p",
                        job.id().value());
    }

    /** What goes and what is held back, by kind and fate, in the order of the steps. */
    public List<DeletionLine> lines(DeletionJobSummary job) {
        return rows.list(
                """
                SELECT kind, decision, reason, reach, min(counts_from) AS counts_from, count(*) AS records,
                       sum(parts) AS parts, sum(bytes) AS bytes
                FROM deletion_item WHERE job_id = ? AND version = ? AND NOT erased_before
                GROUP BY kind, decision, reason, reach ORDER BY min(step_order), kind, decision, reason, reach""",
                row -> new DeletionLine(
                        row.getString("kind"),
                        row.getString("decision"),
                        row.getString("reason"),
                        RetentionReason.withCode(row.getString("reason")).authority(),
                        row.getObject("counts_from", java.time.LocalDate.class),
                        Reach.valueOf(row.getString("reach")),
                        row.getLong("records"),
                        row.getLong("parts"),
                        row.getLong("bytes")),
                job.id().value(),
                job.version());
    }

    /** Whether two versions of a job's items differ in anything but the day they were looked at. */
    public boolean differ(DeletionJobId job, int one, int other) {
        return rows.number(
                        "SELECT count(*) FROM ((" + minus(SAME) + ") UNION ALL (" + minus(SAME) + ")) d",
                        job.value(),
                        one,
                        job.value(),
                        other,
                        job.value(),
                        other,
                        job.value(),
                        one)
                > 0;
    }

    /** Keeps what differs between the versions, by kind. */
    public void keepChanges(DeletionJobId job, int before, int now) {
        rows.change(
                "INSERT INTO deletion_change (job_id, version, kind, added, removed)"
                        + " SELECT ?, ?, kind, sum(added), sum(removed) FROM (SELECT kind, 1 AS added, 0 AS removed FROM ("
                        + minus(SAME) + ") a UNION ALL SELECT kind, 0, 1 FROM (" + minus(SAME) + ") r) d GROUP BY kind",
                job.value(),
                now,
                job.value(),
                now,
                job.value(),
                before,
                job.value(),
                before,
                job.value(),
                now);
    }

    private static String minus(String columns) {
        String items = "SELECT " + columns + " FROM deletion_item WHERE job_id = ? AND version = ?";
        return items + " EXCEPT " + items;
    }

    private List<PreviewChange> changes(DeletionJobSummary job) {
        return rows.list(
                "SELECT kind, added, removed FROM deletion_change WHERE job_id = ? AND version = ? ORDER BY kind",
                row -> new PreviewChange(row.getString("kind"), row.getLong("added"), row.getLong("removed")),
                job.id().value(),
                job.version());
    }

    private List<PreviewNote> notes(DeletionJobSummary job, List<DeletionLine> lines) {
        List<PreviewNote> notes = new ArrayList<>();
        if (items.erasedBefore(job.id()) > 0) {
            notes.add(PreviewNote.ERASED_BEFORE);
        }
        if (job.state() == DeletionState.PROPOSED && job.presentedBy() == null) {
            notes.add(PreviewNote.NOT_PRESENTED);
        }
        if (goes(lines, Reach.GROUP_RECORDING)) {
            notes.add(PreviewNote.GROUP_RECORDING_ENDS);
        }
        if (goes(lines, Reach.GROUP_TRANSCRIPT)) {
            notes.add(PreviewNote.GROUP_TRANSCRIPT_ENDS);
        }
        if (lines.stream().anyMatch(line -> line.decision().equals("HOLD"))) {
            notes.add(PreviewNote.HELD);
        }
        if (lines.stream().anyMatch(line -> line.decision().equals("PRESERVE"))) {
            notes.add(PreviewNote.PRESERVED);
        }
        if (job.cause() == DeletionCause.END_OF_PROCESSING) {
            notes.add(PreviewNote.LINKAGE_GOES);
            if (lines.stream().allMatch(line -> line.erases() || line.isAnonymised())) {
                notes.add(PreviewNote.PROJECT_KEY_GOES);
            }
        }
        if (lines.stream().anyMatch(DeletionLine::isAnonymised)) {
            notes.add(PreviewNote.ANONYMISED_STAYS);
        }
        if (job.cause() == DeletionCause.SCHEDULE) {
            notes.add(PreviewNote.KEY_KEPT_FOR_SCHEDULE);
        } else if (!job.withdrawnItems().isEmpty()) {
            notes.add(PreviewNote.KEY_KEPT_FOR_THE_REST);
        } else if (lines.stream().anyMatch(line -> !line.erases() && !line.isAnonymised())) {
            notes.add(PreviewNote.KEY_KEPT_FOR_HELD_BACK);
        }
        return notes;
    }

    private static boolean goes(List<DeletionLine> lines, Reach reach) {
        return lines.stream().anyMatch(line -> line.erases() && line.reach() == reach);
    }
}
