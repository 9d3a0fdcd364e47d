package no.tillit.kernel;

/** What was sent breaks a rule; it names the field, so the sender can mend it. */
public class InvalidInput extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param code kebab-case, stable
     * @param field the field as the API names it, in camel case
     * @param message one sentence in English that says what to do
     */
    public InvalidInput(String code, String field, String message) {
        super(code, message);
        this.field = field;
    }

    /** The field as the API names it. */
    public String field() {
        return field;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    /** The same, about a field that has another name where it was typed. */
    public InvalidInput at(String otherField) {
        var same = new InvalidInput(code(), otherField, String.valueOf(getMessage()));
        same.initCause(this);
        return same;
    }
}
