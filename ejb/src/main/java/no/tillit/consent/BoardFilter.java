package no.tillit.consent;

import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Which participants of a board are asked for; a null asks for all.
 *
 * @param item the item that stands so; null for any item
 * @param status how it stands; {@code MISSING} without an item asks for those who have answered nothing, and {@code UNCHECKED}
 *     is about forms, whatever the item
 * @param text any part of a pseudonym
 */
public record BoardFilter(
        @Nullable ConsentItem item,
        @Nullable BoardStatus status,
        @Nullable String text) {
    /** Everybody. */
    public static final BoardFilter ALL = new BoardFilter(null, null, null);

    public BoardFilter {
        text = PlainText.optional("q", text, 40);
    }
}
