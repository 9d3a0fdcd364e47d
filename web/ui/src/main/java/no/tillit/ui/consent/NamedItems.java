package no.tillit.ui.consent;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ItemKind;
import no.tillit.consent.template.LifeArea;
import no.tillit.kernel.InvalidInput;
import no.tillit.ui.shell.Say;

/**
 * What a form from elsewhere asks about by name, row by row: each area of a plan with each agency (O-18), each source for
 * linking. A row that nothing was typed into says nothing.
 */
@Named
@ViewScoped
public class NamedItems implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String YES = "yes";

    /** Nine areas with some agencies; a form with more is a list. */
    private static final int MOST = 40;

    @Inject
    @SuppressWarnings("serial") // A proxy that finds its request again.
    private Say say;

    private final ArrayList<NamedItem> rows = new ArrayList<>(List.of(new NamedItem()));

    /** One more row. */
    public void add() {
        if (rows.size() < MOST) {
            rows.add(new NamedItem());
        }
    }

    /**
     * Adds what was typed to what the form says.
     *
     * @throws InvalidInput when a row is filled in half, or says again what another says
     */
    void into(Map<ConsentItem, Boolean> decisions, ChosenValidity validity) {
        for (int i = 0; i < rows.size(); i++) {
            NamedItem row = rows.get(i);
            if (!row.isEmpty()) {
                String id = "named:" + i;
                ConsentItem item = row.toItem(id);
                if (decisions.putIfAbsent(item, YES.equals(row.getAnswer())) != null) {
                    throw new InvalidInput("item-decided-twice", id + ":counterpart", "Name each item once.");
                }
                if (!row.getUntil().isBlank()) {
                    ChosenValidity.day(id + ":until", row.getUntil());
                    validity.untils.put(item.code(), row.getUntil());
                }
            }
        }
    }

    public List<NamedItem> getRows() {
        return rows;
    }

    /** What an item can be about. */
    public List<SelectItem> getSubjects() {
        List<SelectItem> subjects = new ArrayList<>();
        subjects.add(new SelectItem("", say.text("consent.named.choose")));
        for (LifeArea area : LifeArea.values()) {
            subjects.add(new SelectItem(area.name(), say.it("consent.named.sharing", say.label(area))));
        }
        subjects.add(new SelectItem(NamedItem.LINKAGE, say.label(ItemKind.DATA_LINKAGE)));
        return subjects;
    }

    public List<SelectItem> getAnswers() {
        return List.of(
                new SelectItem("", say.text("consent.named.choose")),
                new SelectItem(YES, say.text("word.yes")),
                new SelectItem("no", say.text("word.no")));
    }
}
