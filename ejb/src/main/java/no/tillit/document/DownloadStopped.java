package no.tillit.document;

import java.io.IOException;
import no.tillit.kernel.Refusal;

/**
 * A download that had begun may not go on: consent was withdrawn, the document restricted, or the caller is no member any
 * more. The answer must break off, so that nobody takes it for the whole.
 */
public class DownloadStopped extends IOException {
    private static final long serialVersionUID = 1L;

    public DownloadStopped(Refusal reason) {
        super("A download was stopped: " + reason.code(), reason);
    }
}
