package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import no.tillit.document.DocumentHandedOut;

/** Tells those whom it concerns that a document that waits for a decision has left whole. */
@ApplicationScoped
public class HandedOut {
    @Inject
    private Event<DocumentHandedOut> event;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void tell(DocumentHandedOut whole) {
        event.fire(whole);
    }
}
