package no.tillit.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.internal.ConsentForm;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.consent.internal.ConsentHistory;
import no.tillit.consent.internal.Expiries;
import no.tillit.consent.internal.TimeLine;
import no.tillit.consent.internal.WhatHeld;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import org.jspecify.annotations.Nullable;

/** What a person has agreed to, and when that changed; that somebody has looked is on record first (O-24). */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class ReadingConsents {
    @Inject
    private Access access;

    @Inject
    private Participants participants;

    @Inject
    private ConsentForms forms;

    @Inject
    private Expiries expiries;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** The person's forms as they stand today, newest signature first. */
    public List<ConsentSummary> of(ParticipantId id, Purpose purpose) {
        ParticipantRef participant = permitted(id, purpose);
        return forms.summaries(participant, clock.today());
    }

    /**
     * One form as it stands today.
     *
     * @throws NotFound when there is no such form, or no more
     */
    public ConsentSummary open(ConsentId id, Purpose purpose) {
        ConsentForm form = forms.find(id).orElseThrow(NotFound::new);
        ParticipantRef participant = permitted(form.toRef().participant(), purpose);
        return form.toSummary(forms.history(participant), clock.today());
    }

    /** All that was recorded about the person's consent, newest first. */
    public List<ConsentMoment> history(ParticipantId id, Purpose purpose) {
        ParticipantRef participant = permitted(id, purpose);
        var history = forms.history(participant);
        return new TimeLine(
                        forms.of(id),
                        history.withdrawals(),
                        history.verdicts(),
                        expiries.endedOf(id).stream()
                                .map(r -> r.of(history.asSigned(r.item())))
                                .toList())
                .newestFirst();
    }

    /**
     * What the person had agreed to on a day, as it was known at the end of a day (ADR 0140).
     *
     * @param on the day asked about; null for today
     * @param knownOn the day whose knowledge answers; null for today
     * @throws InvalidInput when the knowledge asked for lies in the future
     */
    public HeldConsents held(ParticipantId id, @Nullable LocalDate on, @Nullable LocalDate knownOn, Purpose purpose) {
        ParticipantRef participant = permitted(id, purpose);
        LocalDate today = clock.today();
        LocalDate known = knownOn == null ? today : knownOn;
        LocalDate day = on == null ? today : on;
        if (known.isAfter(today)) {
            throw new InvalidInput(
                    "known-in-future", "known-on", "What will be known on a later day is not known yet.");
        }
        ConsentHistory history = forms.history(participant)
                .knownBefore(known.plusDays(1).atStartOfDay(Clock.ZONE).toInstant());
        var held = new WhatHeld(history);
        return new HeldConsents(
                id,
                day,
                known,
                ConsentItem.asked(history.decided()).stream()
                        .map(item -> held.on(item, day))
                        .toList());
    }

    private ParticipantRef permitted(ParticipantId id, Purpose purpose) {
        ParticipantRef participant = participants.ref(id);
        Permit permit = access.require(Action.READ_CONSENT, participant.project(), purpose);
        audit.recordNow(permit.entry().about(id).on("participant", id.value()));
        return participant;
    }
}
