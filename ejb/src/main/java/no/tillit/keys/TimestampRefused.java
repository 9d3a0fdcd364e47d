package no.tillit.keys;

/** There is no time stamp that counts. */
public class TimestampRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TimestampRefused(String why) {
        super(why);
    }

    public TimestampRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
