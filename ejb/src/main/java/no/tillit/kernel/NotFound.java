package no.tillit.kernel;

/** The record does not exist, or the caller may not know that it does: from outside the two are the same. */
public class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    private boolean told;

    public NotFound() {
        super("not-found", "There is nothing here that you have access to.");
    }

    /** True for the first who asks: it is logged once, whoever it passes on its way. */
    public boolean isFirstTold() {
        boolean first = !told;
        told = true;
        return first;
    }

    @Override
    public Kind kind() {
        return Kind.ABSENT;
    }
}
