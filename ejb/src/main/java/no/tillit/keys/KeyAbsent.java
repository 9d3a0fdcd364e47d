package no.tillit.keys;

/** A programming error: something was encrypted or decrypted for a subject before {@link SubjectKeys#provision}. */
public class KeyAbsent extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public KeyAbsent() {
        super("The subject has no key; SubjectKeys.provision comes first");
    }
}
