package no.tillit.consent.capture;

import java.util.regex.Pattern;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How a person signs on a screen: with finger or mouse, or, for who cannot or will not draw, by a word that they type and a
 * witness.
 *
 * @param strokes the lines drawn on a field of 1000 by 400, as {@code x,y x,y;x,y …}; null when nothing was drawn
 */
public record Signature(Kind kind, @Nullable String strokes) {
    /** How. */
    public enum Kind {
        /** Drawn. */
        DRAWN,
        /** Typed, with somebody present who saw it. */
        ATTESTED
    }

    /** Most characters of the strokes. */
    public static final int LONGEST = 60_000;

    private static final Pattern STROKES = Pattern.compile("\\d{1,4},\\d{1,3}(?:[ ;]\\d{1,4},\\d{1,3})*+");
    private static final int FEWEST_POINTS = 8;

    /** @throws InvalidInput when there is hardly a line, or it is not written as lines */
    public Signature {
        if ((kind == Kind.DRAWN) != (strokes != null)) {
            throw new InvalidInput("missing", "signature", "Sign, or choose to sign without drawing.");
        }
        if (strokes != null) {
            if (strokes.length() > LONGEST || !STROKES.matcher(strokes).matches()) {
                throw new InvalidInput(
                        "signature-unreadable", "signature", "The signature cannot be read. Sign again.");
            }
            if (strokes.chars().filter(c -> c == ',').count() < FEWEST_POINTS) {
                throw new InvalidInput(
                        "signature-too-short",
                        "signature",
                        "That is hardly a line. Sign again, or sign without drawing.");
            }
        }
    }

    /** With finger or mouse. */
    public static Signature drawn(String strokes) {
        return new Signature(Kind.DRAWN, strokes);
    }

    /** Without drawing. */
    public static Signature attested() {
        return new Signature(Kind.ATTESTED, null);
    }

    @Override
    public String toString() {
        return "Signature[" + kind + "]";
    }
}
