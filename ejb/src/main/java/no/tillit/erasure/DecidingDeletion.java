package no.tillit.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.internal.ClockTrust;
import no.tillit.erasure.internal.DeletionItems;
import no.tillit.erasure.internal.DeletionJobs;
import no.tillit.erasure.internal.Previews;
import no.tillit.erasure.internal.RefreshingPreviews;
import no.tillit.erasure.internal.RefusalReasons;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PlainText;
import no.tillit.kernel.Purpose;
import no.tillit.retention.HeldRecords;
import org.jspecify.annotations.Nullable;

/**
 * A second person decides on what they have seen: approval names the version of the preview, and is refused when the
 * facts have moved since (O-21). The role is the one held at that moment.
 */
@Stateless
@RolesAllowed({Role.Names.PRIVACY_OFFICER, Role.Names.PROJECT_LEAD})
public class DecidingDeletion {
    @Inject
    private Access access;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private DeletionItems items;

    @Inject
    private Previews previews;

    @Inject
    private RefreshingPreviews refreshing;

    @Inject
    private ClockTrust trust;

    @Inject
    private HeldRecords held;

    @Inject
    private RefusalReasons reasons;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<ErasureDecided> decided;

    @Inject
    private Event<DeletionApproved> approved;

    /**
     * Approves the deletion; it is carried out as soon as this has committed and the project's cooling period is over. Those of whom everything goes are blocked
     * before stock is taken for the last time, so that nothing arrives between the list and the deletion.
     *
     * @param version the version of the preview that the caller has seen
     * @throws NotFound when there is no such job that the caller may decide on
     * @throws Conflict with code {@code already-decided}, {@code not-presented}, {@code second-person-needed},
     *     {@code clock-in-doubt}, {@code preview-changed} or {@code nothing-to-erase}
     */
    public DeletionPreview approve(DeletionJobId id, int version, Purpose purpose) {
        DeletionJobSummary known = jobs.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.DECIDE_DELETION, known.project(), purpose);
        requireApprovable(known, permit);
        if (!trust.isTrusted()) {
            throw refused(
                    permit,
                    known,
                    new Conflict(
                            "clock-in-doubt",
                            "The server's clock has jumped, so what is due by its day may not be. Nothing is erased until an operator has looked."));
        }
        if (known.withdrawnItems().isEmpty() && known.cause() != DeletionCause.SCHEDULE) {
            decided.fire(new ErasureDecided(known.project(), known.participant()));
        }
        int current = refreshing.refresh(id);
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        requireApprovable(job, permit);
        if (current != version || job.version() != version) {
            throw refused(
                    permit,
                    job,
                    new Conflict(
                            "preview-changed",
                            "What is there has changed since the preview you saw. Read the new version " + job.version()
                                    + " and decide on that."));
        }
        if (items.progress(id).total() == 0) {
            throw refused(permit, job, new Conflict("nothing-to-erase", "There is nothing left to erase. Refuse it."));
        }
        int hours = held.settings(job.project()).coolingHours();
        jobs.approve(
                id,
                permit.username(),
                permit.role().keycloakName(),
                clock.now(),
                hours == 0 ? null : clock.now().plus(Duration.ofHours(hours)));
        audit.record(entry(permit, job));
        approved.fire(new DeletionApproved(id));
        return preview(id);
    }

    /**
     * Refuses the deletion, for a reason that stays on record.
     *
     * @param reason 1 to 500 characters; encrypted, here and in the log, and gone with the person it is about
     * @throws NotFound when there is no such job that the caller may decide on
     * @throws Conflict with code {@code already-decided}
     */
    public DeletionPreview refuse(DeletionJobId id, @Nullable String reason, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.DECIDE_DELETION, job.project(), purpose);
        String words = PlainText.required("reason", reason, 500);
        if (job.state() != DeletionState.PROPOSED) {
            throw refused(permit, job, alreadyDecided());
        }
        jobs.refuse(id, permit.username(), permit.role().keycloakName(), reasons.seal(job, words), clock.now());
        audit.record(entry(permit, job).refused("deletion-refused").withDetails(words));
        return preview(id);
    }

    /**
     * Tries once more what failed in a job that was approved.
     *
     * @throws NotFound when there is no such job that the caller may decide on
     * @throws Conflict with code {@code nothing-failed}
     */
    public DeletionPreview retry(DeletionJobId id, Purpose purpose) {
        DeletionJobSummary job = jobs.lock(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.DECIDE_DELETION, job.project(), purpose);
        if (job.state() != DeletionState.PARTLY_FAILED) {
            throw new Conflict("nothing-failed", "Only a deletion that partly failed can be tried again.");
        }
        items.retryFailed(id);
        jobs.approveAgain(id);
        audit.record(entry(permit, job));
        approved.fire(new DeletionApproved(id));
        return preview(id);
    }

    private void requireApprovable(DeletionJobSummary job, Permit permit) {
        if (job.state() != DeletionState.PROPOSED) {
            throw refused(permit, job, alreadyDecided());
        }
        String presenter = job.presentedBy();
        if (presenter == null) {
            throw refused(
                    permit,
                    job,
                    new Conflict(
                            "not-presented",
                            "The system proposed this. One person presents it, and another approves it."));
        }
        if (presenter.equals(permit.username()) || job.proposedBy().equals(permit.username())) {
            throw refused(
                    permit,
                    job,
                    new Conflict(
                            "second-person-needed",
                            "You proposed or presented this deletion. Another person has to approve it."));
        }
    }

    private static Conflict alreadyDecided() {
        return new Conflict("already-decided", "This deletion has been decided already.");
    }

    private Conflict refused(Permit permit, DeletionJobSummary job, Conflict conflict) {
        audit.recordNow(entry(permit, job).refused(conflict.code()));
        return conflict;
    }

    private static AuditEntry entry(Permit permit, DeletionJobSummary job) {
        AuditEntry entry = permit.entry().on("deletion-job", job.id().value());
        return job.participant() == null ? entry : entry.about(job.participant());
    }

    private DeletionPreview preview(DeletionJobId id) {
        return previews.of(jobs.find(id).orElseThrow(NotFound::new));
    }
}
