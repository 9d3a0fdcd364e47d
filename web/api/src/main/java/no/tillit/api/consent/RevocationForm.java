package no.tillit.api.consent;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.EndedBy;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else than the person ends.
 *
 * @param by {@code guardian}, {@code parent} or {@code authority}
 * @param items some of them; left out, all of it
 */
public record RevocationForm(@Nullable EndedBy by, @Nullable List<String> items) {
    EndedBy endedBy() {
        if (by == null) {
            throw new InvalidInput("missing", "by", "Say who ends it: guardian, parent or authority.");
        }
        return by;
    }

    Set<ConsentItem> named() {
        Set<ConsentItem> named = new TreeSet<>();
        if (items != null) {
            items.forEach(item -> named.add(ConsentItem.named("items", item)));
            if (named.isEmpty()) {
                throw new InvalidInput(
                        "missing", "items", "Name at least one item, or leave the field out to end all.");
            }
        }
        return named;
    }
}
