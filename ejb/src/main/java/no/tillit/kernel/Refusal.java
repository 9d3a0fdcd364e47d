package no.tillit.kernel;

import jakarta.ejb.ApplicationException;

/**
 * Something the rules do not allow, with the reason in words staff can read. Rolls the transaction back.
 *
 * <p>The code is stable: the API names its problem type by it, the pages translate by it. The message holds no personal
 * data.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code kebab-case, stable
     * @param message one sentence in English that says what to do, without personal data
     */
    protected Refusal(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The stable kebab-case name of the reason. */
    public String code() {
        return code;
    }
}
