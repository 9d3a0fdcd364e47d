package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.retention.HeldRecords;

/**
 * Takes from a list of what goes whatever a hold suspends or a schedule preserves, for every kind of record alike: no step
 * can forget it (O-21, O-22). A participant of whom something stays is kept registered, or it could not be found.
 */
@ApplicationScoped
public class HoldingBack {
    private static final String OF_JOB = " i.job_id = ? AND i.version = ? AND i.state = 'PENDING'";

    private static final String HELD = """
            UPDATE deletion_item i SET decision = 'HOLD', reason = 'legal-claim', counts_from = ?, state = 'HELD_BACK'
            WHERE""" + OF_JOB + """
             AND (EXISTS (SELECT 1 FROM retention_hold h WHERE h.released_at IS NULL
                            AND h.record_id = i.record_id AND h.kind = i.kind)
               OR EXISTS (SELECT 1 FROM retention_hold h WHERE h.released_at IS NULL AND h.participant_id = i.participant_id)
               OR EXISTS (SELECT 1 FROM record_person r JOIN retention_hold h ON h.participant_id = r.participant_id
                            AND h.released_at IS NULL WHERE r.kind = i.kind AND r.record_id = i.record_id))""";

    private static final String PRESERVED = """
            UPDATE deletion_item i SET decision = 'PRESERVE', reason = d.reason, counts_from = ?, state = 'HELD_BACK'
            FROM disposal d WHERE""" + OF_JOB + """
             AND d.decision = 'PRESERVE' AND d.kind = i.kind AND d.record_id = i.record_id""";

    /** What a schedule made due when the list was made, and does not any more: its date was moved since, or is being settled. */
    private static final String NOT_DUE_ANY_MORE = """
            UPDATE deletion_item i SET decision = 'RETAIN', reason = d.reason, counts_from = ?, state = 'HELD_BACK'
            FROM disposal d WHERE""" + OF_JOB + """
             AND (SELECT cause FROM deletion_job WHERE id = i.job_id) = 'SCHEDULE' AND d.kind = i.kind AND d.record_id = i.record_id
             AND (d.stale OR d.decision <> 'DISPOSE' OR d.due_on > ?)""";

    /** Of what goes as a whole, a part stays, or is not in the list: then it stays too, or it would take the part along. */
    private static final String WHOLE_STAYS = """
            UPDATE deletion_item i SET decision = p.decision, reason = p.reason, counts_from = ?, state = 'HELD_BACK'
            FROM (SELECT DISTINCT ON (r.kind, r.record_id, r.participant_id) r.kind, r.record_id, r.participant_id,
                         coalesce(h.decision, 'RETAIN') AS decision, coalesce(h.reason, d.reason) AS reason
                  FROM record_part r JOIN disposal d ON d.kind = r.part_kind AND d.record_id = r.part_id
                  LEFT JOIN deletion_item h ON h.job_id = ? AND h.version = ? AND h.kind = r.part_kind AND h.record_id = r.part_id
                  WHERE r.project_id = (SELECT project_id FROM deletion_item WHERE job_id = ? AND version = ? LIMIT 1)
                    AND h.decision IS DISTINCT FROM 'DISPOSE'
                  ORDER BY r.kind, r.record_id, r.participant_id, h.decision) p
            WHERE""" + OF_JOB + """
             AND i.kind = p.kind AND i.record_id = p.record_id
             AND (i.participant_id IS NULL OR i.participant_id = p.participant_id)""";

    private static final String PERSON_STAYS =
            """
            UPDATE deletion_item i SET decision = s.decision, reason = s.reason, counts_from = ?, state = 'HELD_BACK'
            FROM (SELECT DISTINCT ON (r.participant_id) r.participant_id, h.decision, h.reason FROM deletion_item h
                    JOIN record_person r ON r.kind = h.kind AND r.record_id = h.record_id
                  WHERE h.job_id = ? AND h.version = ? AND h.decision IN ('HOLD', 'PRESERVE')
                  ORDER BY r.participant_id, h.decision DESC) s
            WHERE""" + OF_JOB + " AND i.kind = 'participant' AND s.participant_id = i.record_id";

    @Inject
    private Rows rows;

    @Inject
    private HeldRecords held;

    /** Settles what has changed in the project, so that {@link #apply} and {@link #dueBySchedule} see it. */
    public void prepare(ProjectId project) {
        held.settle(project);
    }

    /** Until the transaction ends, no hold is placed or released in the project. */
    public void keepStill(ProjectId project) {
        held.keepStill(project);
    }

    /** While something of a person is held, so is what shows that it was lawful to have it (GDPR Art 7(1)). */
    private static final String PROOF_STAYS = """
            UPDATE deletion_item i SET decision = 'HOLD', reason = 'legal-claim', counts_from = ?, state = 'HELD_BACK'
            FROM (SELECT DISTINCT r.participant_id FROM deletion_item h
                    JOIN record_person r ON r.kind = h.kind AND r.record_id = h.record_id
                  WHERE h.job_id = ? AND h.version = ? AND h.decision = 'HOLD') s
            WHERE""" + OF_JOB + """
             AND (i.kind = 'consent' AND i.record_id = s.participant_id
               OR i.kind = 'scan' AND i.participant_id = s.participant_id
               OR i.kind = 'document' AND EXISTS (SELECT 1 FROM disposal d JOIN record_person r USING (kind, record_id)
                        WHERE d.kind = 'document' AND d.record_id = i.record_id AND d.covers = 'CONSENT_EVIDENCE'
                        AND r.participant_id = s.participant_id))""";

    /** Marks what is held back in this version of the list; what was approved only ever gets less by it. */
    public void apply(DeletionJobId job, int version, LocalDate day) {
        rows.change(HELD, day, job.value(), version);
        rows.change(PRESERVED, day, job.value(), version);
        rows.change(NOT_DUE_ANY_MORE, day, job.value(), version, day);
        rows.change(WHOLE_STAYS, day, job.value(), version, job.value(), version, job.value(), version);
        rows.change(PROOF_STAYS, day, job.value(), version, job.value(), version);
        rows.change(PERSON_STAYS, day, job.value(), version, job.value(), version);
    }

    /** The records of this kind that a schedule has made due and no hold suspends. */
    public List<UUID> dueBySchedule(ProjectId project, String kind, LocalDate day) {
        return rows.list("""
                SELECT record_id FROM disposal WHERE project_id = ? AND kind = ? AND decision = 'DISPOSE'
                AND due_on <= ? AND schedule IS NOT NULL AND NOT held AND NOT stale ORDER BY record_id""", row -> row.getObject(1, UUID.class), project.value(), kind, day);
    }

    /** The earliest day on which a schedule made something of the project due that is still there; the day itself if none. */
    public LocalDate dueSince(ProjectId project, LocalDate day) {
        return rows.one("""
                        SELECT coalesce(min(due_on), ?) FROM disposal WHERE project_id = ? AND decision = 'DISPOSE'
                        AND due_on <= ? AND schedule IS NOT NULL AND NOT held AND NOT stale""", row -> row.getObject(1, LocalDate.class), day, project.value(), day)
                .orElse(day);
    }

    /** The projects in which a schedule has made something due. */
    public List<ProjectId> projectsDueBySchedule(LocalDate day) {
        return rows.list("""
                SELECT DISTINCT project_id FROM disposal WHERE decision = 'DISPOSE' AND due_on <= ?
                AND schedule IS NOT NULL AND NOT held AND NOT stale ORDER BY project_id""", row -> new ProjectId(row.getObject(1, UUID.class)), day);
    }
}
