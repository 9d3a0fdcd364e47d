package no.tillit.verifier;

import org.jspecify.annotations.Nullable;

/**
 * What the log says of itself when it signs: its name, how many entries it has, and the root over them
 * (https://c2sp.org/tlog-checkpoint, without extension lines). Who holds one can tell later whether those entries still
 * stand as they stood.
 *
 * @param origin the log's name: {@code tillit/} and the installation's id; after the nth acknowledged restore from a
 *     backup followed by {@code /restored-n}, since what follows is another history
 */
public record Checkpoint(String origin, long size, Hash root) {
    public Checkpoint {
        if (!VerifierKey.isName(origin) || size < 0) {
            throw new IllegalArgumentException("not the name and the size of a log");
        }
    }

    /** @throws IllegalArgumentException when the text is no checkpoint's */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
    }

    /** As {@link #parse}, or null. */
    static @Nullable Checkpoint parseOrNull(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
