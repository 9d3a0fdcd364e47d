package no.tillit.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import no.tillit.verifier.GrowingTree.Subtree;
import org.jspecify.annotations.Nullable;

/** An export line by line, whatever its size. Anything but what {@link ExportWriter} writes is {@link Damaged}. */
public final class ExportReader {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int ENTRY_FIELDS = 16;

    private final InputStream in;
    private final MessageDigest digest = Hash.sha256();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long number;

    /** @param in read to its end and not closed */
    public ExportReader(InputStream in) {
        this.in = in;
    }

    /** The file is not what was exported. */
    public static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String what) {
            super(what);
        }
    }

    /** One line, taken apart; null stands for what is absent. */
    public record Line(List<@Nullable String> fields) {
        String kind() {
            return String.valueOf(fields.get(0));
        }

        String text(int index) throws Damaged {
            String text = optional(index);
            if (text == null) {
                throw new Damaged("a field is missing");
            }
            return text;
        }

        @Nullable
        String optional(int index) throws Damaged {
            if (index >= fields.size()) {
                throw new Damaged("a field is missing");
            }
            return fields.get(index);
        }

        long number(int index) throws Damaged {
            try {
                return Long.parseLong(text(index));
            } catch (NumberFormatException e) {
                throw new Damaged("not a number");
            }
        }

        Hash hash(int index) throws Damaged {
            try {
                return Hash.ofBase64(text(index));
            } catch (IllegalArgumentException e) {
                throw new Damaged("not a hash");
            }
        }

        String note(int index) throws Damaged {
            return new String(bytes(text(index)), StandardCharsets.UTF_8);
        }

        Subtree subtree() throws Damaged {
            return new Subtree((int) Math.min(number(1), Integer.MAX_VALUE), hash(2));
        }

        /** The entry; its place is field 1 and its leaf field 15. */
        LogEntry entry() throws Damaged {
            if (fields.size() != ENTRY_FIELDS) {
                throw new Damaged("an entry has " + (ENTRY_FIELDS - 1) + " fields");
            }
            try {
                String details = optional(14);
                return new LogEntry(
                        UUID.fromString(text(2)),
                        Instant.parse(text(3)),
                        text(4),
                        text(5),
                        optional(6),
                        text(7),
                        id(8),
                        id(9),
                        optional(10),
                        id(11),
                        text(12),
                        optional(13),
                        details == null ? null : bytes(details));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new Damaged("not an entry");
            }
        }

        private @Nullable UUID id(int index) throws Damaged {
            String text = optional(index);
            return text == null ? null : UUID.fromString(text);
        }

        private static byte[] bytes(String base64) throws Damaged {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw new Damaged("not base64");
            }
        }
    }

    /** The number of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    /**
     * The next line; null after the line {@code end}, when it names the hash of all before it.
     *
     * @throws Damaged when the file is cut, changed or goes on after its end
     */
    public @Nullable Line next() throws IOException {
        byte[] bytes = line();
        number++;
        if (bytes == null) {
            throw new Damaged("the file ends before its end: it was cut");
        }
        String text = new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
        Line line = new Line(split(text));
        if (line.kind().equals("end")) {
            byte[] expected = digest.digest();
            if (!HexFormat.of().formatHex(expected).equals(line.text(1))) {
                throw new Damaged("the file is not the one that was written: its hash differs");
            }
            if (line() != null) {
                throw new Damaged("the file goes on after its end");
            }
            return null;
        }
        digest.update(bytes);
        return line;
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = null;
        while (true) {
            if (at == filled) {
                filled = Math.max(0, in.read(buffer));
                at = 0;
                if (filled == 0) {
                    if (line != null) {
                        throw new Damaged("the file ends within a line: it was cut");
                    }
                    return null;
                }
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            boolean whole = end < filled;
            int length = (whole ? end + 1 : end) - at;
            if (line == null) {
                line = new ByteArrayOutputStream(Math.max(length, 512));
            }
            line.write(buffer, at, length);
            at += length;
            if (line.size() > LONGEST_LINE) {
                throw new Damaged("a line is too long");
            }
            if (whole) {
                return line.toByteArray();
            }
        }
    }

    private static List<@Nullable String> split(String line) {
        List<@Nullable String> fields = new ArrayList<>(ENTRY_FIELDS);
        int from = 0;
        while (true) {
            int tab = line.indexOf('\t', from);
            String field = tab < 0 ? line.substring(from) : line.substring(from, tab);
            fields.add(field.equals("-") ? null : unescape(field));
            if (tab < 0) {
                return fields;
            }
            from = tab + 1;
        }
    }

    private static String unescape(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                char next = field.charAt(++i);
                text.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
