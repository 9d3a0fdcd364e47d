package no.tillit.kernel;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text that a person typed into a field: trimmed, in Unicode NFC, without control or direction characters.
 *
 * <p>Markup, expressions and formulas are kept as typed: each place that shows or exports them escapes them. What can
 * hide or turn text (NUL, bidirectional overrides, line breaks in a one-line field) is refused.
 */
public final class PlainText {
    private PlainText() {}

    /**
     * @param field the field's name, for the refusal
     * @param text what was typed
     * @param max most characters kept, counted in code points
     * @return the text, never blank
     * @throws InvalidInput when it is missing, too long or holds characters that hide or turn text
     */
    public static String required(String field, @Nullable String text, int max) {
        String clean = optional(field, text, max);
        if (clean == null) {
            throw new InvalidInput("missing", field, "Fill in this field.");
        }
        return clean;
    }

    /** As {@link #required}, but blank and missing text is null. */
    public static @Nullable String optional(String field, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String clean = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (clean.codePointCount(0, clean.length()) > max) {
            throw new InvalidInput("too-long", field, "Write at most " + max + " characters here.");
        }
        if (clean.codePoints().anyMatch(PlainText::hidesOrTurnsText)) {
            throw new InvalidInput(
                    "hidden-characters",
                    field,
                    "Remove the invisible or direction-changing characters from this field.");
        }
        return clean;
    }

    private static boolean hidesOrTurnsText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> c != 0x00AD;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
