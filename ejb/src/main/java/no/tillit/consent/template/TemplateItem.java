package no.tillit.consent.template;

import java.util.EnumSet;
import java.util.Set;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ItemKind;
import no.tillit.kernel.InvalidInput;
import no.tillit.project.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * Something to say yes or no to by itself, in words that the person reads (GDPR Art 7(2), O-04).
 *
 * @param kind what the gate knows it as
 * @param area which area of a plan, for an item about sharing a plan
 * @param counterpart with whom, or with which source, for an item about sharing or linking; 1 to 100 characters
 * @param mandatory whether taking part needs a yes; false for what one can leave out
 * @param label the words beside the boxes
 * @param purpose why it is asked, in one sentence
 * @param categories the kinds of data it lets in
 * @param validity how long a yes holds; null as the module says
 */
public record TemplateItem(
        ItemKind kind,
        @Nullable LifeArea area,
        @Nullable String counterpart,
        boolean mandatory,
        Words label,
        Words purpose,
        Set<DataCategory> categories,
        @Nullable Validity validity) {
    /** @throws InvalidInput when the kind is missing, or an item has an area or counterpart that means nothing for it */
    public TemplateItem {
        if (kind == null) {
            throw new InvalidInput("missing", "kind", "Say what the item is about.");
        }
        counterpart = ConsentItem.of(kind, area, counterpart).counterpart();
        label = label == null ? Words.NONE : label;
        purpose = purpose == null ? Words.NONE : purpose;
        categories = categories == null || categories.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(categories));
    }

    /** What is decided by it, as the gate knows it. */
    public ConsentItem item() {
        return ConsentItem.of(kind, area, counterpart);
    }

    /** Tells it from the other items of its version, e.g. {@code share-plan/housing/nav}; stable while it means the same. */
    public String code() {
        return item().code();
    }
}
