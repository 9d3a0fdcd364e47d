package no.tillit.consent;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Somebody else who may have got something about a person by their consent, and has to be told when that ends (GDPR Art 19).
 *
 * @param code of the item that names it, such as {@code share-plan/housing/nav}
 * @param name as the item names it
 */
public record Recipient(String code, String name) {
    /** Those whom these items name, by name: whoever an area of the plan was shared with. */
    public static List<Recipient> of(Collection<ConsentItem> items) {
        return items.stream()
                .filter(item -> item.kind() == ItemKind.SHARE_PLAN && item.counterpart() != null)
                .map(item -> new Recipient(item.code(), String.valueOf(item.counterpart())))
                .sorted(Comparator.comparing(Recipient::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Recipient::code))
                .toList();
    }
}
