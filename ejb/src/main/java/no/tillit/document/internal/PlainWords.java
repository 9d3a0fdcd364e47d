package no.tillit.document.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A small file of nothing but text in UTF-8 says what it says: there is nothing to parse (ADR 0080). */
final class PlainWords {
    private static final String MARK = "\uFEFF";

    private PlainWords() {}

    /** The text without the spaces around it; empty when the bytes are not UTF-8 to the last one. */
    static Optional<String> in(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return Optional.of((text.startsWith(MARK) ? text.substring(1) : text).strip());
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }
}
