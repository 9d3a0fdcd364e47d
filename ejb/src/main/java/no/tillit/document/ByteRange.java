package no.tillit.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a content are asked for (RFC 9110, section 14).
 *
 * @param from counted from 0
 * @param toExclusive one more than the last
 */
public record ByteRange(long from, long toExclusive) {
    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /** What was asked for lies outside the content: answer 416. */
    public static final ByteRange UNSATISFIABLE = new ByteRange(-1, -1);

    /** How many bytes that is. */
    public long length() {
        return toExclusive - from;
    }

    /** As the header {@code Content-Range} has it. */
    public String contentRange(long of) {
        return this.equals(UNSATISFIABLE) ? "bytes */" + of : "bytes " + from + "-" + (toExclusive - 1) + "/" + of;
    }

    /**
     * Reads a {@code Range} header.
     *
     * @param length of the whole content
     * @return empty when all of it is to be sent: there is no header, it cannot be read, or it asks for several ranges
     */
    public static Optional<ByteRange> read(@Nullable String header, long length) {
        Matcher matcher = SINGLE.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), length));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE - 1 : Long.parseLong(last);
        if (to < from) {
            return Optional.empty();
        }
        return Optional.of(from >= length ? UNSATISFIABLE : new ByteRange(from, Math.min(to + 1, length)));
    }

    private static ByteRange suffix(long last, long length) {
        return last == 0 || length == 0 ? UNSATISFIABLE : new ByteRange(Math.max(0, length - last), length);
    }
}
