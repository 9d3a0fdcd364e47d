package no.tillit.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures below it, as https://c2sp.org/signed-note has it. Means nothing until a trusted key {@link #check
 * vouches for it}.
 *
 * @param text what is signed, with its last newline
 */
public record SignedNote(String text, List<Line> signatures) {
    private static final String DASH = "\u2014 ";
    private static final int MAX_SIGNATURES = 100;

    /** One signature: the key's name and id, and what it made. */
    public record Line(String name, int keyId, byte[] signature) {}

    /** What a key says about a note. */
    public enum Check {
        /** The key signed this text. */
        SIGNED,
        /** The note names the key, but the key did not sign this text. */
        FORGED,
        /** The note does not name the key. */
        UNKNOWN_KEY
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new IllegalArgumentException("a note's text ends with a newline and has no other control characters");
        }
    }

    /** The note of one signer. */
    public static SignedNote of(String text, VerifierKey signer, byte[] signature) {
        return new SignedNote(text, List.of(new Line(signer.name(), signer.id(), signature.clone())));
    }

    /** @throws IllegalArgumentException when it is not a signed note */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed note");
        }
        List<Line> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).split("\n", -1)) {
            if (!line.isEmpty()) {
                signatures.add(signature(line));
            }
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to " + MAX_SIGNATURES + " signatures");
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** What this key says: one wrong signature in its name spoils the note. */
    public Check check(VerifierKey key) {
        Check check = Check.UNKNOWN_KEY;
        for (Line line : signatures) {
            if (line.name().equals(key.name()) && line.keyId() == key.id()) {
                if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), line.signature())) {
                    return Check.FORGED;
                }
                check = Check.SIGNED;
            }
        }
        return check;
    }

    private static SignedNote.Line signature(String line) {
        String[] parts = line.split(" ", -1);
        if (!line.startsWith(DASH) || parts.length != 3 || !VerifierKey.isName(parts[1])) {
            throw new IllegalArgumentException("not a line with a signature");
        }
        byte[] bytes = Base64.getDecoder().decode(parts[2]);
        if (bytes.length < 5) {
            throw new IllegalArgumentException("a signature begins with the four bytes of its key's id");
        }
        return new Line(parts[1], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, 4, bytes.length));
    }

    /** The note as it is kept and sent. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (Line line : signatures) {
            byte[] bytes = ByteBuffer.allocate(4 + line.signature().length)
                    .putInt(line.keyId())
                    .put(line.signature())
                    .array();
            note.append(DASH)
                    .append(line.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append('\n');
        }
        return note.toString();
    }
}
