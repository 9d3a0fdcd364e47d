package no.tillit.consent.template;

import java.util.EnumSet;
import java.util.Set;
import no.tillit.consent.ItemKind;
import no.tillit.kernel.InvalidInput;

/**
 * Who is asked again when a new version comes.
 *
 * @param items those whose answer makes somebody be asked; only with {@link Whom#ANSWERED}
 */
public record ReAsk(Whom whom, Set<ItemKind> items) {
    /** Of those who answered an earlier version. */
    public enum Whom {
        /** Nobody: what they said holds. */
        NOBODY,
        /** Those who answered one of the items, yes or no. */
        ANSWERED,
        /** Everybody. */
        EVERYONE
    }

    public ReAsk {
        if (whom == null) {
            throw new InvalidInput("missing", "whom", "Say who is asked again.");
        }
        items = items == null || items.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(items));
        if ((whom == Whom.ANSWERED) == items.isEmpty()) {
            throw new InvalidInput(
                    "reask-items",
                    "items",
                    "Name the items when those who answered them are asked again, and only then.");
        }
    }
}
