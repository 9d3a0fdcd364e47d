package no.tillit.api.base;

/** The headers of the API that are its own. */
public final class Headers {
    /** Why personal data is touched: a {@link no.tillit.kernel.Purpose} in kebab-case. */
    public static final String PURPOSE = "Tillit-Purpose";

    /** Makes a creation happen once, however often it is sent. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** The name of the file that is the body, as percent-encoded UTF-8. */
    public static final String FILE_NAME = "Tillit-Filename";

    private Headers() {}
}
