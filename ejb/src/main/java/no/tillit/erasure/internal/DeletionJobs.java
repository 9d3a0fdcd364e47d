package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionFilter;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ErasureRequest;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.NewDeletion;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import org.jspecify.annotations.Nullable;

/** All deletion jobs. A job's state moves only by the methods here, each of which names the states it starts from. */
@ApplicationScoped
public class DeletionJobs {
    @Inject
    private Rows rows;

    @Inject
    private RefusalReasons reasons;

    @Inject
    private ThisNode node;

    /** Adds a proposed job without items; its preview's version is 1. */
    public void add(
            DeletionJobId id,
            ErasureScope scope,
            @Nullable ErasureRequest request,
            String by,
            @Nullable String presenter,
            Instant now) {
        rows.change(
                """
                INSERT INTO deletion_job (id, project_id, participant_id, cause, withdrawn_items, since, state, version,
                                          proposed_by, proposed_at, presented_by, presented_at, received_on, received_by)
                VALUES (?, ?, ?, ?, ?, ?, 'PROPOSED', 1, ?, ?, ?, ?, ?, ?)""",
                id.value(),
                scope.project().value(),
                valueOf(scope.participant()),
                scope.cause(),
                scope.withdrawnItems().stream().sorted().toList(),
                scope.since(),
                by,
                now,
                presenter,
                presenter == null ? null : now,
                request == null ? null : request.receivedOn(),
                request == null ? null : request.receivedBy());
    }

    public Optional<DeletionJobSummary> find(DeletionJobId id) {
        return rows.one("SELECT * FROM deletion_job WHERE id = ?", this::summary, id.value());
    }

    /** The job, with its row held until the transaction ends. */
    public Optional<DeletionJobSummary> lock(DeletionJobId id) {
        return rows.one("SELECT * FROM deletion_job WHERE id = ? FOR UPDATE", this::summary, id.value());
    }

    /** The job that is proposed for the same, if any, with its row held until the transaction ends. */
    public Optional<DeletionJobSummary> lockProposed(NewDeletion wanted) {
        return rows.one("""
                SELECT * FROM deletion_job WHERE project_id = ? AND participant_id IS NOT DISTINCT FROM ? AND cause = ?
                AND state = 'PROPOSED' FOR UPDATE""", this::summary, wanted.project().value(), valueOf(wanted.participant()), wanted.cause());
    }

    /** Makes proposals of one project wait for each other until the transaction ends. */
    public void lockProposing(ProjectId project) {
        rows.one("SELECT pg_advisory_xact_lock(hashtextextended(?, 52))", row -> true, "deletion " + project.value());
    }

    /** Whether an unfinished job of this cause is there for the project, or one was proposed on or after {@code since}. */
    public boolean existsForProject(ProjectId project, DeletionCause cause, Instant since) {
        return rows.number("""
                        SELECT count(*) FROM deletion_job WHERE project_id = ? AND participant_id IS NULL AND cause = ?
                        AND (state NOT IN ('REFUSED', 'STOPPED', 'COMPLETED') OR proposed_at >= ?)""", project.value(), cause, since) > 0;
    }

    /** Records a new version of the preview, for the scope as it is now. */
    public void revise(DeletionJobId id, int version, ErasureScope scope) {
        rows.change(
                "UPDATE deletion_job SET version = ?, withdrawn_items = ?, since = ? WHERE id = ? AND state = 'PROPOSED'",
                version,
                scope.withdrawnItems().stream().sorted().toList(),
                scope.since(),
                id.value());
    }

    public void present(DeletionJobId id, String by, Instant now) {
        changed(
                1,
                rows.change(
                        "UPDATE deletion_job SET presented_by = ?, presented_at = ? WHERE id = ? AND state = 'PROPOSED'",
                        by,
                        now,
                        id.value()));
    }

    /** @param runsAt the end of the cooling period; null for at once */
    public void approve(DeletionJobId id, String by, String role, Instant now, @Nullable Instant runsAt) {
        changed(1, rows.change("""
                        UPDATE deletion_job SET state = 'APPROVED', decided_by = ?, decided_role = ?, decided_at = ?, runs_at = ?
                        WHERE id = ? AND state = 'PROPOSED'""", by, role, now, runsAt, id.value()));
    }

    /** @param reason encrypted, or nothing */
    public void refuse(DeletionJobId id, String by, String role, byte @Nullable [] reason, Instant now) {
        changed(1, rows.change("""
                        UPDATE deletion_job SET state = 'REFUSED', decided_by = ?, decided_role = ?, decided_at = ?,
                        refusal_reason = ? WHERE id = ? AND state = 'PROPOSED'""", by, role, now, reason, id.value()));
    }

    /** The words of whoever refused a deletion of these people go with the people. */
    public void forgetReasons(Collection<ParticipantId> participants) {
        rows.change(
                "UPDATE deletion_job SET refusal_reason = NULL WHERE participant_id = ANY (?) AND refusal_reason IS NOT NULL",
                Rows.ids(participants));
    }

    /** What failed goes back to approved, to be carried out once more. */
    public void approveAgain(DeletionJobId id) {
        changed(1, rows.change("""
                        UPDATE deletion_job SET state = 'APPROVED', lease_until = NULL, ended_at = NULL
                        WHERE id = ? AND state IN ('PARTLY_FAILED', 'AWAITING_HANDS')""", id.value()));
    }

    /** The jobs that are approved, or were being carried out by a node that no longer renews its lease. */
    public List<DeletionJobId> abandoned(Instant now) {
        return rows.list("""
                SELECT id FROM deletion_job WHERE (state = 'APPROVED' AND (runs_at IS NULL OR runs_at <= ?))
                    OR (state = 'EXECUTING' AND lease_until < clock_timestamp() AND paused_at IS NULL)
                ORDER BY decided_at""", row -> new DeletionJobId(row.getObject("id", UUID.class)), now);
    }

    /** Whether a node is carrying the job out now. */
    public boolean isLed(DeletionJobId id) {
        return rows.number(
                        "SELECT count(*) FROM deletion_job WHERE id = ? AND state = 'EXECUTING' AND lease_until >= clock_timestamp()",
                        id.value())
                > 0;
    }

    /** How many jobs this node carries out now; one that it has let fall silent is none of them. */
    public long ledHere() {
        return rows.number("""
                SELECT count(*) FROM deletion_job
                WHERE led_by = ? AND state = 'EXECUTING' AND lease_until >= clock_timestamp()""", node.id());
    }

    /**
     * Takes the job for this node for so long, by the clock that all nodes share; false when another node has it.
     *
     * @param most how many this node carries out at once; false when it does already
     */
    public boolean claim(DeletionJobId id, Instant now, Duration lease, int most) {
        rows.one("SELECT pg_advisory_xact_lock(hashtextextended(?, 53))", row -> true, "led by " + node.id());
        return ledHere() < most && rows.change("""
                        UPDATE deletion_job SET state = 'EXECUTING', led_by = ?,
                            lease_until = clock_timestamp() + make_interval(secs => ?)
                        WHERE id = ? AND ((state = 'APPROVED' AND (runs_at IS NULL OR runs_at <= ?))
                            OR (state = 'EXECUTING' AND lease_until < clock_timestamp() AND paused_at IS NULL))""", node.id(), (double) lease.toSeconds(), id.value(), now) == 1;
    }

    /** Whether it is this node that carries the job out: nobody has ended it, or taken it over. */
    public boolean isLedHere(DeletionJobId id) {
        return rows.number(
                        "SELECT count(*) FROM deletion_job WHERE id = ? AND state = 'EXECUTING' AND led_by = ?",
                        id.value(),
                        node.id())
                == 1;
    }

    /** Takes the approval back within the cooling period. */
    public void stop(DeletionJobId id, String by, Instant now) {
        changed(1, rows.change("""
                        UPDATE deletion_job SET state = 'STOPPED', stopped_by = ?, stopped_at = ?
                        WHERE id = ? AND state = 'APPROVED'""", by, now, id.value()));
    }

    /** Asks the run to pause before its next items. */
    public void pause(DeletionJobId id, String by, Instant now) {
        changed(1, rows.change("""
                        UPDATE deletion_job SET paused_by = ?, paused_at = ?
                        WHERE id = ? AND state = 'EXECUTING' AND paused_at IS NULL""", by, now, id.value()));
    }

    /** Lets it go on: the run that is still there, or whichever node sees first that nobody has it. */
    public void resume(DeletionJobId id) {
        changed(1, rows.change("""
                        UPDATE deletion_job SET paused_by = NULL, paused_at = NULL
                        WHERE id = ? AND state = 'EXECUTING' AND paused_at IS NOT NULL""", id.value()));
    }

    /** This node has stopped with a job that is not done; whoever sees it first, and not paused, may have it. */
    public void letGo(DeletionJobId id) {
        rows.change("""
                UPDATE deletion_job SET lease_until = clock_timestamp(), led_by = NULL
                WHERE id = ? AND state = 'EXECUTING' AND led_by = ?""", id.value(), node.id());
    }

    /** Says that the job is still being worked on; fails when another node has taken it over. */
    public void renewLease(DeletionJobId id, Duration lease) {
        changed(1, rows.change("""
                        UPDATE deletion_job SET lease_until = clock_timestamp() + make_interval(secs => ?)
                        WHERE id = ? AND state = 'EXECUTING' AND led_by = ?""", (double) lease.toSeconds(), id.value(), node.id()));
    }

    /** The end of this node's run: completed, or partly failed. */
    public void end(DeletionJobId id, DeletionState state, Instant now) {
        changed(1, rows.change("""
                        UPDATE deletion_job SET state = ?, ended_at = ?, lease_until = NULL, led_by = NULL
                        WHERE id = ? AND state = 'EXECUTING' AND led_by = ?""", state, now, id.value(), node.id()));
    }

    /** Jobs, newest first; {@code projects} null means all of them. */
    public Page<DeletionJobSummary> page(
            DeletionFilter filter, @Nullable List<ProjectId> projects, PageRequest request) {
        String where = """
                 FROM deletion_job WHERE (?::uuid IS NULL OR project_id = ?::uuid) AND (?::text IS NULL OR state = ?)
                 AND (?::text[] IS NULL OR project_id::text = ANY (?::text[]))""";
        UUID project = filter.project() == null ? null : filter.project().value();
        String state = filter.state() == null ? null : filter.state().name();
        List<String> among = projects == null
                ? null
                : projects.stream().map(p -> p.value().toString()).toList();
        long total = rows.number("SELECT count(*)" + where, project, project, state, state, among, among);
        List<DeletionJobSummary> items = rows.list(
                "SELECT *" + where + " ORDER BY proposed_at DESC, id LIMIT ? OFFSET ?",
                this::summary,
                project,
                project,
                state,
                state,
                among,
                among,
                request.size(),
                request.offset());
        return new Page<>(items, request.page(), request.size(), total);
    }

    private static void changed(int expected, int actual) {
        if (expected != actual) {
            throw new IllegalStateException("The deletion job is not in the state that this step starts from");
        }
    }

    private static @Nullable UUID valueOf(@Nullable ParticipantId participant) {
        return participant == null ? null : participant.value();
    }

    private DeletionJobSummary summary(ResultSet row) throws SQLException {
        UUID participant = row.getObject("participant_id", UUID.class);
        return new DeletionJobSummary(
                new DeletionJobId(row.getObject("id", UUID.class)),
                new ProjectId(row.getObject("project_id", UUID.class)),
                participant == null ? null : new ParticipantId(participant),
                DeletionCause.valueOf(row.getString("cause")),
                Arrays.asList((String[]) row.getArray("withdrawn_items").getArray()),
                row.getObject("since", java.time.LocalDate.class),
                DeletionState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("proposed_by"),
                Objects.requireNonNull(Rows.instant(row, "proposed_at")),
                row.getString("presented_by"),
                Rows.instant(row, "presented_at"),
                row.getString("decided_by"),
                row.getString("decided_role"),
                Rows.instant(row, "decided_at"),
                reasons.open(
                        new DeletionJobId(row.getObject("id", UUID.class)),
                        participant == null ? row.getObject("project_id", UUID.class) : participant,
                        row.getBytes("refusal_reason")),
                Rows.instant(row, "runs_at"),
                Rows.instant(row, "paused_at"),
                row.getString("stopped_by"),
                Rows.instant(row, "stopped_at"),
                Rows.instant(row, "ended_at"),
                ErasureRequests.of(row));
    }
}
