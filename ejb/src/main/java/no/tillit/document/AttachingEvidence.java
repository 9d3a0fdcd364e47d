package no.tillit.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentRef;
import no.tillit.consent.Consents;
import no.tillit.kernel.Purpose;

/**
 * The scan of the signed form, or the sound of what was said, is kept with the consent that it proves (GDPR Art 7(1)). It
 * changes nothing that the consent says.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachingEvidence {
    private static final Set<FileFormat> SCANS = Set.of(FileFormat.PDF, FileFormat.PNG, FileFormat.JPEG);

    @Inject
    private ReceivingDocument receiving;

    @Inject
    private Consents consents;

    /**
     * As {@link ReceivingDocument#receive}.
     *
     * @throws no.tillit.kernel.Conflict when the consent has its scan already
     */
    public DocumentSummary attach(ConsentId consent, IncomingFile file, Purpose purpose) {
        return receiving.receive(() -> target(consent, file), DocumentType.CONSENT_EVIDENCE, file, purpose);
    }

    /** Sound proves what was said aloud, and nothing else: no other recording is kept under this name (O-05). */
    private DocumentTarget target(ConsentId id, IncomingFile file) {
        ConsentRef consent = consents.ref(id);
        if (DocumentType.CONSENT_EVIDENCE.formatOf(file.name()).isAudio() && !consents.isSpoken(id)) {
            throw FileRefused.typeNotAllowed(SCANS);
        }
        return new DocumentTarget(
                AttachedTo.CONSENT, id.value(), consent.project(), List.of(consent.participant()), consent.signedOn());
    }
}
