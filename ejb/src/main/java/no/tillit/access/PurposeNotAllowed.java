package no.tillit.access;

import no.tillit.kernel.Refusal;

/** The caller may do this, but not for the purpose named (GDPR Art 5(1)(b), O-07). */
public class PurposeNotAllowed extends Refusal {
    private static final long serialVersionUID = 1L;

    public PurposeNotAllowed() {
        super("purpose-not-allowed", "Your role in this project does not cover this for the purpose you named.");
    }
}
