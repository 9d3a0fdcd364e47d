package no.tillit.participant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.RecordState;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.internal.Contacts;
import no.tillit.participant.internal.Participant;
import no.tillit.participant.internal.ParticipantRecords;
import org.jspecify.annotations.Nullable;

/**
 * Who called? A participant is found by an exact telephone number, e-mail address or national id number, by those to whom
 * the project has opened its contact register (O-08).
 *
 * <p>That somebody has looked is on record before the answer, also when nobody was found, with whom it found and without
 * what was asked. Who is blocked is not found.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
public class FindingByContact {
    private static final int LONGEST = 254;

    @Inject
    private Access access;

    @Inject
    private Contacts contacts;

    @Inject
    private ParticipantRecords participants;

    @Inject
    private AuditLog audit;

    /**
     * @throws InvalidInput when nothing is asked
     * @throws no.tillit.kernel.NotFound when the caller may not see the project's contact register
     * @throws no.tillit.access.RecordClosed after the approval's end date
     */
    public List<ParticipantSummary> find(
            ProjectId project, @Nullable ContactField field, @Nullable String value, Purpose purpose) {
        Permit permit = access.require(Action.READ_CONTACT, project, purpose);
        access.require(permit, RecordState.OPEN, List::of);
        String asked = PlainText.optional("value", value, LONGEST);
        if (field == null || asked == null) {
            throw new InvalidInput("missing", field == null ? "field" : "value", "Say what to look for.");
        }
        List<ParticipantSummary> found = participants.find(contacts.holding(project, field, asked)).stream()
                .filter(participant -> permit.covers(participant.state().ofRecord()))
                .map(Participant::toSummary)
                .toList();
        AuditEntry looked = permit.entry().on("project", project.value());
        audit.recordNow(
                found.isEmpty()
                        ? List.of(looked)
                        : found.stream()
                                .map(one -> permit.entry()
                                        .about(one.id())
                                        .on("contact", one.id().value()))
                                .toList());
        return found;
    }
}
