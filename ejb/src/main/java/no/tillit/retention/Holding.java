package no.tillit.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.retention.internal.Disposals;
import no.tillit.retention.internal.FactsOfRecords;
import no.tillit.retention.internal.Holds;
import org.jspecify.annotations.Nullable;

/**
 * A privacy officer stops the disposal of a record, or of all about a person, until it is released. Several holds may stand on
 * the same; what they hold goes when the last is released and its day has come. None says anything about who may read (O-21).
 */
@Stateless
@RolesAllowed(Role.Names.PRIVACY_OFFICER)
public class Holding {
    /** A hold that nobody looks at for longer than this is forgotten. */
    static final int MOST_YEARS = 2;

    @Inject
    private Access access;

    @Inject
    private Holds holds;

    @Inject
    private Disposals disposals;

    @Inject
    private FactsOfRecords facts;

    @Inject
    private Instance<BegunErasures> begun;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Places a hold.
     *
     * @throws NotFound when the caller may not, or there is no such project, participant or record
     * @throws InvalidInput when the day of review lies before tomorrow or more than two years ahead
     * @throws Conflict with code {@code hold-too-late} when the erasure register says already that it goes
     */
    public Hold place(ProjectId project, NewHold wanted, Purpose purpose) {
        Permit permit = access.require(Action.MANAGE_HOLDS, project, purpose);
        facts.requireProject(project);
        requireReview(wanted.reviewOn());
        holds.lock(project);
        requireThere(project, wanted);
        if (begun.stream().anyMatch(e -> e.includes(project, wanted.participant(), wanted.record()))) {
            throw new Conflict(
                    "hold-too-late",
                    "The erasure of this has begun and stands in the register. It cannot be held any more.");
        }
        HoldId id = HoldId.random();
        holds.add(id, project, wanted, clock.now(), permit.username());
        disposals.settle(project);
        Hold placed = holds.find(id).orElseThrow();
        audit.record(entry(permit, placed));
        return placed;
    }

    /**
     * Notes that the caller has looked at the hold, that it is still needed, and when somebody has to look again.
     *
     * @throws NotFound when the caller may not, or there is no such hold
     * @throws Conflict with code {@code hold-released}
     */
    public Hold review(HoldId id, @Nullable LocalDate next, Purpose purpose) {
        Hold hold = standing(id, purpose);
        Permit permit = access.require(Action.REVIEW_RETENTION, hold.project(), purpose);
        if (next == null) {
            throw new InvalidInput("missing", "reviewOn", "Fill in this field.");
        }
        requireReview(next);
        holds.review(id, next, clock.now(), permit.username());
        audit.record(entry(permit, hold));
        return holds.find(id).orElseThrow();
    }

    /**
     * Releases a hold: what it held follows its schedule again.
     *
     * @throws NotFound when the caller may not, or there is no such hold
     * @throws Conflict with code {@code hold-released}
     */
    public Hold release(HoldId id, Purpose purpose) {
        Hold hold = standing(id, purpose);
        Permit permit = access.require(Action.RELEASE_HOLD, hold.project(), purpose);
        holds.lock(hold.project());
        holds.release(id, clock.now(), permit.username());
        disposals.settle(hold.project());
        audit.record(entry(permit, hold));
        return holds.find(id).orElseThrow();
    }

    private Hold standing(HoldId id, Purpose purpose) {
        Hold hold = holds.find(id).orElseThrow(NotFound::new);
        access.require(Action.MANAGE_HOLDS, hold.project(), purpose);
        if (hold.isReleased()) {
            throw new Conflict("hold-released", "This hold has been released already.");
        }
        return hold;
    }

    private void requireThere(ProjectId project, NewHold wanted) {
        boolean there = wanted.participant() != null
                ? holds.isThere(
                        project,
                        RecordKind.PARTICIPANT.step(),
                        wanted.participant().value())
                : wanted.kind() != null
                        && wanted.record() != null
                        && holds.isThere(project, wanted.kind().step(), wanted.record());
        if (!there) {
            throw new NotFound();
        }
    }

    private void requireReview(LocalDate day) {
        LocalDate today = clock.today();
        if (!day.isAfter(today) || day.isAfter(today.plusYears(MOST_YEARS))) {
            throw new InvalidInput(
                    "hold-review-out-of-range",
                    "reviewOn",
                    "Name a day from tomorrow to two years ahead for the review.");
        }
    }

    private static AuditEntry entry(Permit permit, Hold hold) {
        AuditEntry entry = permit.entry().on("hold", hold.id().value());
        return hold.participant() == null ? entry : entry.about(hold.participant());
    }
}
