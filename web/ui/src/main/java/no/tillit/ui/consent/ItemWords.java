package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.stream.Collectors;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.template.LifeArea;
import no.tillit.ui.shell.Say;
import org.jspecify.annotations.Nullable;

/** What an item is called: its kind, and where they are named the area of the plan and the agency. */
@Named
@RequestScoped
public class ItemWords {
    @Inject
    private Say say;

    /** What the item is called; nothing for none. */
    public String label(@Nullable ConsentItem item) {
        return item == null ? "" : label(say, item);
    }

    static String label(Say say, ConsentItem item) {
        LifeArea area = item.area();
        if (area != null && item.counterpart() != null) {
            return say.it("item.shared", say.label(area), item.counterpart());
        }
        String kind = say.label(item.kind());
        return item.counterpart() == null ? kind : kind + ": " + item.counterpart();
    }

    static String labels(Say say, Collection<ConsentItem> items) {
        return items.stream().map(item -> label(say, item)).sorted().collect(Collectors.joining(", "));
    }
}
