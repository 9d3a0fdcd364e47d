package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import no.tillit.consent.ConsentId;
import no.tillit.consent.Consents;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentReceived;

/** A consent knows its scan from the moment the scan is kept. */
@ApplicationScoped
public class KeepingEvidence {
    @Inject
    private Consents consents;

    void onReceived(@Observes DocumentReceived received) {
        if (received.type().attachedTo() == AttachedTo.CONSENT) {
            consents.evidenceAttached(
                    new ConsentId(received.attachedTo()), received.document().value());
        }
    }
}
