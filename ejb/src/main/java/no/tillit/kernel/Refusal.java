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

    /** What kind of refusal it is, so that every way in answers alike. */
    public enum Kind {
        /** What was sent breaks a rule and can be mended by the sender. */
        INVALID,
        /** The sent file is of a kind that is not taken here. */
        UNSUPPORTED,
        /** More was sent than is taken here. */
        TOO_LARGE,
        /** Absent, or hidden from the caller. */
        ABSENT,
        /** Known to the caller, but not allowed: consent, purpose, approval. */
        FORBIDDEN,
        /** The state of the record does not allow it. */
        CONFLICT,
        /** It existed and has been erased. */
        GONE,
        /** What is stored is not what was stored; trying again will not help. */
        DAMAGED,
        /** The caller has as much under way as one person may have. */
        TOO_MANY,
        /** The sender was waited for in vain. */
        TIMED_OUT,
        /** Something the answer needs is down; trying again later may help. */
        UNAVAILABLE
    }

    private final String code;

    /**
     * @param code kebab-case, stable
     * @param message one sentence in English that says what to do, without personal data
     */
    protected Refusal(String code, String message) {
        super(message);
        this.code = code;
    }

    /** What kind of refusal this is; {@link Kind#FORBIDDEN} unless the type says otherwise. */
    public Kind kind() {
        return Kind.FORBIDDEN;
    }

    /** The stable kebab-case name of the reason. */
    public String code() {
        return code;
    }
}
