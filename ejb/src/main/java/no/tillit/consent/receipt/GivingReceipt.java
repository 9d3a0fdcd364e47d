package no.tillit.consent.receipt;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Role;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.receipt.internal.FhirConsent;
import no.tillit.consent.receipt.internal.Iso27560;
import no.tillit.consent.receipt.internal.ReceiptFacts;
import no.tillit.consent.receipt.internal.ReceiptSources;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Purpose;

/**
 * A person gets a receipt of what they agreed to that a program of theirs can read, item by item and as it stands today (GDPR Art
 * 7(1), 15, 20). It names the person by pseudonym alone.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class GivingReceipt {
    @Inject
    private ReadingConsents reading;

    @Inject
    private ReceiptSources sources;

    @Inject
    private Clock clock;

    /**
     * The receipt, as JSON.
     *
     * @throws no.tillit.kernel.NotFound when there is no such consent, or no more
     */
    public String of(ConsentId id, ReceiptFormat format, Purpose purpose) {
        ConsentSummary consent = reading.open(id, purpose);
        ReceiptFacts facts = sources.of(consent, clock.now());
        return switch (format) {
            case JSON_LD -> Iso27560.of(facts);
            case FHIR -> FhirConsent.of(facts);
        };
    }
}
