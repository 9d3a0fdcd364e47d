package no.tillit.scan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.OptionalLong;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.RecordingConsent;
import no.tillit.document.AttachingEvidence;
import no.tillit.document.IncomingFile;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.Purpose;
import no.tillit.scan.internal.Alone;
import no.tillit.scan.internal.Matching;

/**
 * Somebody reads a scanned form and records what it says, through {@link RecordingConsent} and under its rules; the pages become
 * the proof of that consent, which then waits for a second person's check (ADR 0142). The code proposes whose form it is; a
 * person decides.
 *
 * <p>It goes in three steps, each whole in itself: the consent with the form's number, the proof, the end of the scan. When it
 * breaks off between them, asking again goes on where it stopped.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MatchingScans {
    @Inject
    private Access access;

    @Inject
    private RecordingConsent recording;

    @Inject
    private AttachingEvidence attaching;

    @Inject
    private Matching matching;

    @Inject
    private Alone alone;

    @Inject
    private AuditLog audit;

    /**
     * Records the consent and attaches the scan to it.
     *
     * @param read what was read; not needed, and not looked at, when only the scan is left to attach
     * @return the form as it stands; unchanged when it was matched before
     * @throws Conflict with code {@code form-number-used} (two signatures for one form), {@code scan-pages-twice} or
     *     {@code evidence-attached} (the consent has another scan)
     * @throws no.tillit.kernel.InvalidInput as {@link RecordingConsent}
     * @throws no.tillit.kernel.NotFound when there is no such form or participant in the project
     */
    public ScannedFormSummary match(ScannedFormId id, ScanMatch read, Purpose purpose) {
        ScannedFormSummary form = alone.call(() -> record(id, read, purpose));
        return form.state() == ScannedFormState.ATTACHING ? finish(id, purpose) : form;
    }

    /** In the caller's transaction: what was read, with the number that is printed on the form. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public ScanMatch withNumber(ScannedFormId id, ScanMatch read) {
        return matching.isRecorded(id) ? read : matching.withNumber(id, read);
    }

    /**
     * In the caller's transaction: the scan is the proof of a consent that is being recorded. {@link #finish} attaches it.
     *
     * @throws Conflict as {@link #match}
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void begin(ScannedFormId id, ScanMatch read, ConsentId consent, Purpose purpose) {
        Permit permit = access.require(Action.MATCH_SCAN, matching.projectOf(id), purpose);
        if (!matching.isRecorded(id)) {
            matching.recorded(id, matching.withNumber(id, read), consent, permit.username());
            audit.record(permit.entry().about(read.participant()).on("scan", id.value()));
        }
    }

    /**
     * Attaches the scan to the consent that was recorded from it, when that broke off.
     *
     * @return the form as it stands; unchanged when there is nothing left to do
     */
    public ScannedFormSummary finish(ScannedFormId id, Purpose purpose) {
        ScannedFormSummary form = alone.call(() -> {
            access.require(Action.MATCH_SCAN, matching.projectOf(id), purpose);
            return matching.summary(id);
        });
        ConsentId consent = form.consent();
        if (form.state() != ScannedFormState.ATTACHING || consent == null) {
            return form;
        }
        if (!alone.call(() -> matching.isProven(id, consent))) {
            byte[] pdf = matching.evidence(id);
            attaching.attach(
                    consent,
                    new IncomingFile(
                            new ByteArrayInputStream(pdf),
                            OptionalLong.of(pdf.length),
                            "samtykke.pdf",
                            "scan " + id.value()),
                    purpose);
        }
        matching.sealForPerson(id);
        return alone.call(() -> matching.end(id));
    }

    private ScannedFormSummary record(ScannedFormId id, ScanMatch read, Purpose purpose) {
        Permit permit = access.require(Action.MATCH_SCAN, matching.projectOf(id), purpose);
        if (matching.isRecorded(id)) {
            return matching.summary(id);
        }
        ScanMatch whole = matching.withNumber(id, read);
        ConsentSummary consent = whole.ours() == null
                ? recording.record(whole.participant(), Objects.requireNonNull(whole.other()), purpose)
                : recording.record(whole.participant(), whole.ours(), purpose);
        if (consent.evidence() != null) {
            throw new Conflict(
                    "evidence-attached", "This form has been recorded with another scan. Throw this one away.");
        }
        matching.recorded(id, whole, consent.id(), permit.username());
        audit.record(permit.entry().about(whole.participant()).on("scan", id.value()));
        return matching.summary(id);
    }
}
