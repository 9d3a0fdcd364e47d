package no.tillit.kernel;

/** The record does not exist, or the caller may not know that it does: from outside the two are the same. */
public class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not-found", "There is nothing here that you have access to.");
    }

    @Override
    public Kind kind() {
        return Kind.ABSENT;
    }
}
