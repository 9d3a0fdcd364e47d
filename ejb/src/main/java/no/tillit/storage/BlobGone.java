package no.tillit.storage;

import java.io.IOException;

/** There is no blob with this id in the store. */
public class BlobGone extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param name of the blob, as the store has it */
    public BlobGone(String name, Throwable cause) {
        super("there is no blob " + name, cause);
    }
}
