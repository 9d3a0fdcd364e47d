package no.tillit.interview;

import no.tillit.kernel.Conflict;

/** Somebody was interviewed before consenting to it: consent comes first (GDPR Art 7, O-04). */
public class ConsentAfterInterview extends Conflict {
    private static final long serialVersionUID = 1L;

    public ConsentAfterInterview() {
        super(
                "consent-after-interview",
                "The interview was held before somebody who took part consented to it. Check both dates.");
    }
}
