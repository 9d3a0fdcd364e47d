package no.tillit.storage;

import no.tillit.kernel.Refusal;

/** The content stopped arriving before its end; nothing of it was kept. */
public class ContentInterrupted extends Refusal {
    private static final long serialVersionUID = 1L;

    public ContentInterrupted(Throwable cause) {
        super("content-interrupted", "The content stopped arriving before its end. Nothing was kept; send it again.");
        initCause(cause);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
