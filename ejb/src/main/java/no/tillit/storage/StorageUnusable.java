package no.tillit.storage;

/** Nothing can be stored as it is configured. The message names the value and holds no secret. */
public class StorageUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageUnusable(String message) {
        super(message + ", see docs/operations/storage.md");
    }
}
