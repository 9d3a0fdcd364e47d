package no.tillit.document;

import java.nio.charset.StandardCharsets;

/** Content always leaves as a file to be saved, never as a page to be shown (RFC 6266, RFC 8187). */
public final class Attachment {
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private Attachment() {}

    /** The value of {@code Content-Disposition} for a file of this name. */
    public static String disposition(String fileName) {
        return "attachment; filename=\"" + inAscii(fileName) + "\"; filename*=UTF-8''" + encoded(fileName);
    }

    private static String inAscii(String name) {
        return name.codePoints()
                .map(c -> c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '%' ? '_' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            encoded.append(plain ? Character.toString(c) : String.format("%%%02X", c));
        }
        return encoded.toString();
    }
}
