package no.tillit.kernel;

/** The state of the record does not allow what was asked, though the caller may ask it. */
public class Conflict extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param code kebab-case, stable
     * @param message one sentence in English that says why
     */
    public Conflict(String code, String message) {
        super(code, message);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
