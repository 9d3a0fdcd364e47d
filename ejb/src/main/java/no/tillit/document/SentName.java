package no.tillit.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file as it comes in a header: percent-encoded UTF-8, as {@code encodeURIComponent} writes it. It never comes in
 * the address, which proxies log and browsers keep: a name there would outlive the erasure of its person (ADR 0045).
 */
public final class SentName {
    private static final int LONGEST = 255;
    private static final int HEX = 16;
    private static final int HALF_BYTE = 4;
    private static final int LAST_OF_ASCII = 0x7E;

    private SentName() {}

    /**
     * The name that the header holds.
     *
     * @throws InvalidInput when there is none, or it is not percent-encoded UTF-8
     */
    public static String read(@Nullable String header) {
        return PlainText.required("filename", header == null ? null : decoded(header.strip()), LONGEST);
    }

    private static String decoded(String header) {
        var bytes = new ByteArrayOutputStream(header.length());
        for (int at = 0; at < header.length(); at++) {
            char c = header.charAt(at);
            if (c == '%') {
                int high = digit(header, at + 1);
                int low = digit(header, at + 2);
                bytes.write(high << HALF_BYTE | low);
                at += 2;
            } else if (c < ' ' || c > LAST_OF_ASCII) {
                throw malformed();
            } else {
                bytes.write(c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static int digit(String header, int at) {
        int digit = at < header.length() ? Character.digit(header.charAt(at), HEX) : -1;
        if (digit < 0) {
            throw malformed();
        }
        return digit;
    }

    private static InvalidInput malformed() {
        return new InvalidInput(
                "filename-malformed",
                "filename",
                "Send the file's name as percent-encoded UTF-8, as in sk%C3%A5r.pdf.");
    }
}
