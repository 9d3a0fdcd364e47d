package no.tillit.consent;

import java.time.LocalDate;
import java.util.List;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantState;
import org.jspecify.annotations.Nullable;

/**
 * One participant on the board.
 *
 * @param items what was answered; an item that is not among them was not
 * @param unchecked how many forms wait for a second person
 */
public record BoardRow(
        ParticipantId participant, String pseudonym, ParticipantState state, List<Cell> items, int unchecked) {
    /**
     * One item.
     *
     * @param since the day from which it stands so
     * @param lastDay the last day of a yes by the period the person agreed to; null when only the project's end limits it
     */
    public record Cell(
            ConsentItem item,
            ConsentState state,
            LocalDate since,
            @Nullable LocalDate lastDay) {}

    public BoardRow {
        items = List.copyOf(items);
    }

    /** How the item stands; null when it was not answered. */
    public @Nullable ConsentState stateOf(ConsentItem item) {
        return items.stream()
                .filter(cell -> cell.item().equals(item))
                .map(Cell::state)
                .findFirst()
                .orElse(null);
    }
}
