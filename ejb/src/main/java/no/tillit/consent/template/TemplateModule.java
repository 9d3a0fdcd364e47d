package no.tillit.consent.template;

import java.util.List;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Items that belong together, under a heading of their own.
 *
 * @param validity how long a yes holds for items that do not say so themselves; null as the version says
 * @param items at most 20
 */
public record TemplateModule(Words title, @Nullable Validity validity, List<TemplateItem> items) {
    public TemplateModule {
        title = title == null ? Words.NONE : title;
        items = items == null ? List.of() : List.copyOf(items);
        if (items.size() > 20) {
            throw new InvalidInput("template-too-big", "items", "A module has at most 20 items.");
        }
    }
}
