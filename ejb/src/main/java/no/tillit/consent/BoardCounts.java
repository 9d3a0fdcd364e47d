package no.tillit.consent;

import java.util.List;

/**
 * What a project's board counts.
 *
 * @param participants who takes part, those who are blocked among them
 * @param missing how many of them have answered nothing
 * @param expiring how many have a yes that runs out within sixty days
 * @param unchecked how many forms wait for a second person
 * @param items how many answered what, item by item
 */
public record BoardCounts(long participants, long missing, long expiring, long unchecked, List<ItemCount> items) {
    /** How many stand so. */
    public record ItemCount(ConsentItem item, ConsentState state, long participants) {}

    public BoardCounts {
        items = List.copyOf(items);
    }

    /** Each kind of item, and of a kind of which some were asked by name those: the columns of a board. */
    public List<ConsentItem> asked() {
        return ConsentItem.asked(items.stream().map(ItemCount::item).toList());
    }
}
