package no.tillit.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.retention.internal.Disposals;
import no.tillit.retention.internal.Events;
import no.tillit.retention.internal.Holds;
import org.jspecify.annotations.Nullable;

/**
 * Somebody notes what has happened to a record and starts a schedule's clock: the transcript of an interview was found right
 * (O-12), a release plan was closed, a participant was in touch, a record was looked at again and is kept.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class NotingEvents {
    @Inject
    private Access access;

    @Inject
    private Events events;

    @Inject
    private Holds holds;

    @Inject
    private Disposals disposals;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Notes it; noting the same again changes nothing.
     *
     * @param kind what the record is: an interview for the transcript, the plan itself, the participant, or what was reviewed
     * @param day null for today
     * @throws NotFound when the caller may not note this, or there is no such record
     * @throws InvalidInput when the event does not fit the kind, or the day lies ahead
     */
    public void note(
            ProjectId project,
            @Nullable RetentionEvent event,
            @Nullable RecordKind kind,
            @Nullable UUID record,
            @Nullable LocalDate day,
            Purpose purpose) {
        Permit permit = access.require(
                event == RetentionEvent.REVIEWED ? Action.REVIEW_RETENTION : Action.NOTE_EVENT, project, purpose);
        if (event == null || kind == null || record == null) {
            throw new InvalidInput("missing", event == null ? "event" : "record", "Fill in this field.");
        }
        if (!fits(event, kind)) {
            throw new InvalidInput("event-unfit", "event", "This cannot be noted about a record of this kind.");
        }
        LocalDate on = day == null ? clock.today() : day;
        if (on.isAfter(clock.today())) {
            throw new InvalidInput("date-in-future", "day", "What has not happened yet cannot be noted.");
        }
        if (!holds.isThere(project, kind.step(), record)) {
            throw new NotFound();
        }
        events.note(project, event, kind, record, on, clock.now(), permit.username());
        disposals.settle(project);
        audit.record(permit.entry().on(kind.step(), record));
    }

    private static boolean fits(RetentionEvent event, RecordKind kind) {
        return switch (event) {
            case TRANSCRIPT_APPROVED -> kind == RecordKind.INTERVIEW;
            case PLAN_CLOSED -> kind == RecordKind.RELEASE_PLAN;
            case LAST_CONTACT -> kind == RecordKind.PARTICIPANT;
            case REVIEWED -> true;
            default -> false;
        };
    }
}
