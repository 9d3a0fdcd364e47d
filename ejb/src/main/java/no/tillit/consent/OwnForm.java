package no.tillit.consent;

import no.tillit.kernel.Refusal;

/** Whoever recorded a form does not check it: four eyes see what two overlooked. */
public class OwnForm extends Refusal {
    private static final long serialVersionUID = 1L;

    OwnForm() {
        super("own-form", "You recorded this form yourself. Somebody else has to check it.");
    }
}
