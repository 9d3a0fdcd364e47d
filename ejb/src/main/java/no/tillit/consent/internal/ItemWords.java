package no.tillit.consent.internal;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.template.LifeArea;

/** What an item is called on paper, in the words of a bundle. */
public final class ItemWords {
    private ItemWords() {}

    /** The item as somebody reads it who has the plan: the kind, and where they are named the area and with whom. */
    public static String say(ConsentItem item, ResourceBundle words) {
        String kind = words.getString("item." + item.kind().name());
        LifeArea area = item.area();
        if (area != null && item.counterpart() != null) {
            return new MessageFormat(words.getString("item.shared"), words.getLocale())
                    .format(new Object[] {words.getString("area." + area.name()), item.counterpart()});
        }
        return item.counterpart() == null ? kind : kind + ": " + item.counterpart();
    }
}
