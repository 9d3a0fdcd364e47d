package no.tillit.keys;

import no.tillit.kernel.Refusal;

/** The person was erased: the key is gone or going, nothing can be read and nothing new can be written (GDPR Art 17). */
public class KeyDestroyed extends Refusal {
    private static final long serialVersionUID = 1L;

    public KeyDestroyed() {
        super("subject-erased", "The person this belongs to has been erased. Nothing can be read or added.");
    }

    @Override
    public Kind kind() {
        return Kind.GONE;
    }
}
