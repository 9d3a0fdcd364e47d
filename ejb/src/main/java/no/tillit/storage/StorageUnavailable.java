package no.tillit.storage;

import no.tillit.kernel.Refusal;

/** The store did not take or give the bytes: full, gone, silent or not writable. Nothing half-written was kept. */
public class StorageUnavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    public StorageUnavailable(Throwable cause) {
        super("storage-unavailable", "The storage does not answer at the moment. Nothing was kept; try again later.");
        initCause(cause);
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}
