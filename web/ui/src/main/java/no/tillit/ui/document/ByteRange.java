package no.tillit.ui.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a content that a player asks for (RFC 9110, section 14).
 *
 * @param from the first byte, counted from 0
 * @param toExclusive the byte after the last
 */
record ByteRange(long from, long toExclusive) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Whether there is nothing of that range in the content: 416. */
    boolean isUnsatisfiable() {
        return from >= toExclusive;
    }

    /**
     * The range a header asks for; empty when there is none, or one that may be ignored (several, another unit, nonsense).
     *
     * @param length of the content in bytes
     */
    static Optional<ByteRange> of(@Nullable String header, long length) {
        Matcher range = SINGLE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long last = Long.parseLong(range.group(2));
            return Optional.of(new ByteRange(Math.max(0, length - last), last == 0 ? 0 : length));
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? length : Math.min(length, Long.parseLong(range.group(2)) + 1);
        if (!range.group(2).isEmpty() && from > Long.parseLong(range.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(from, to));
    }
}
