package no.tillit.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Role;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentRef;
import no.tillit.consent.Consents;
import no.tillit.kernel.Purpose;

/**
 * The scan of the signed form is kept with the consent that it proves (GDPR Art 7(1)). It changes nothing that the consent
 * says.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachingEvidence {
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
        return receiving.receive(() -> target(consent), DocumentType.CONSENT_EVIDENCE, file, purpose);
    }

    private DocumentTarget target(ConsentId id) {
        ConsentRef consent = consents.ref(id);
        return new DocumentTarget(
                AttachedTo.CONSENT, id.value(), consent.project(), List.of(consent.participant()), consent.signedOn());
    }
}
