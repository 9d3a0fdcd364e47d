package no.tillit.consent.capture;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.Consents;
import no.tillit.consent.EvidenceStore;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.RecordingConsent;
import no.tillit.consent.capture.internal.Captures;
import no.tillit.consent.capture.internal.SeenAndSigned;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.internal.SigningVersions;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.seal.SealedPdf;
import org.jspecify.annotations.Nullable;

/**
 * A consent that is not on paper counts together with its evidence or not at all: on screen and on behalf the document as it was
 * seen and answered, sealed; by word of mouth, where the recording is (GDPR Art 7(1), O-04, O-20).
 *
 * <p>The same answers on the same day are one consent, however often they come and however many send them (ADR 0033).
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
public class CapturingConsent {
    @Inject
    private Access access;

    @Inject
    private Participants participants;

    @Inject
    private SigningVersions versions;

    @Inject
    private RecordingConsent recording;

    @Inject
    private ReadingConsents reading;

    @Inject
    private Consents consents;

    @Inject
    private Captures captures;

    @Inject
    private SeenAndSigned papers;

    @Inject
    private Instance<EvidenceStore> stores;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Takes a consent down.
     *
     * @param form what was answered, and in which of the ways
     * @return the consent as it stands; the first one when it was taken down before
     * @throws InvalidInput when something is missing that this way needs, an item is not answered, or it is not today's
     * @throws no.tillit.seal.SealUnavailable when the document cannot be sealed now; nothing is kept then
     * @throws no.tillit.kernel.Refusal as {@link RecordingConsent#record(ParticipantId, AnsweredForm, Purpose)}
     */
    public ConsentSummary capture(ParticipantId id, AnsweredForm form, Circumstances how, Purpose purpose) {
        ParticipantRef participant = participants.ref(id);
        access.require(Action.RECORD_CONSENT, participant.project(), purpose);
        how.requireFor(form.method());
        if (form.method() != CaptureMethod.SPOKEN && !form.signedOn().equals(clock.today())) {
            throw new InvalidInput("not-signed-today", "signedOn", "What is signed on screen is signed today.");
        }
        versions.read(participant, form);
        @Nullable SealedPdf document = form.method() == CaptureMethod.SPOKEN ? null : papers.document(form, how);
        ConsentSummary recorded = recording.record(id, form, purpose);
        if (recorded.method() != form.method() || captures.has(recorded.id())) {
            return recorded;
        }
        captures.add(recorded.id(), participant, how, document);
        if (document != null) {
            Permit kept = access.require(Action.ATTACH_CONSENT_EVIDENCE, participant.project(), purpose);
            access.require(kept, participants.stateForUse(Set.of(id)), id);
            audit.record(kept.entry().about(id).on("consent", recorded.id().value()));
            store().keep(consents.ref(recorded.id()), document.pdf(), fileName(recorded), kept.username());
        }
        return reading.open(recorded.id(), purpose);
    }

    /**
     * How a consent was taken down.
     *
     * @throws Conflict with code {@code on-paper} when it is on paper
     * @throws no.tillit.access.RecordClosed when the person is blocked: what is about them is closed
     * @throws no.tillit.kernel.NotFound when there is no such consent, or no more
     */
    @RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
    public CaptureDetails details(ConsentId id, Purpose purpose) {
        ConsentSummary consent = reading.open(id, purpose);
        ParticipantRef person = participants.ref(consent.participant());
        Permit permit = access.require(Action.READ_CAPTURE, person.project(), purpose);
        access.require(permit, person.state().ofRecord(), person.id());
        return captures.find(id, consent.method())
                .orElseThrow(() -> new Conflict("on-paper", "This consent is on paper; there is its scan."));
    }

    private EvidenceStore store() {
        return stores.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing keeps the evidence of consents"));
    }

    private static String fileName(ConsentSummary consent) {
        return "samtykke-" + consent.signedOn() + "-" + consent.language() + ".pdf";
    }
}
