package no.tillit.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import no.tillit.consent.internal.ConsentForm;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.kernel.NotFound;

/**
 * Consents as the features above see them.
 *
 * <p>Does not ask for permission: the use case that calls has done so.
 */
@ApplicationScoped
public class Consents {
    @Inject
    private ConsentForms forms;

    /** @throws NotFound when there is no such form, or no more */
    public ConsentRef ref(ConsentId id) {
        return forms.find(id).map(ConsentForm::toRef).orElseThrow(NotFound::new);
    }

    /**
     * Whether the form's scan is attached.
     *
     * @throws NotFound when there is no such form, or no more
     */
    public boolean hasEvidence(ConsentId id) {
        return forms.find(id).orElseThrow(NotFound::new).isScanned();
    }

    /**
     * Whether it was said aloud, so that a recording proves it.
     *
     * @throws NotFound when there is no such form, or no more
     */
    public boolean isSpoken(ConsentId id) {
        return forms.find(id).orElseThrow(NotFound::new).isSpoken();
    }

    /**
     * The scan of the form is kept as this document. Attaching the same one again changes nothing.
     *
     * @throws no.tillit.kernel.Conflict with code {@code evidence-attached} when another scan is attached
     * @throws NotFound when there is no such form, or no more
     */
    public void evidenceAttached(ConsentId id, UUID document) {
        forms.hold(id).orElseThrow(NotFound::new).attachEvidence(document);
    }
}
