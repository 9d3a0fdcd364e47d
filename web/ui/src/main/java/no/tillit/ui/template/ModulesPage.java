package no.tillit.ui.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateModule;
import no.tillit.consent.template.Words;
import no.tillit.ui.shell.Way;

/** Adds a group of items to a draft, or takes an empty one out. */
@Named
@RequestScoped
public class ModulesPage {
    @Inject
    private DraftInHand draft;

    @Inject
    private Way way;

    /** Adds a group at the end, and goes on to where its heading is written. */
    public void add() {
        List<TemplateModule> modules = new ArrayList<>(draft.content().modules());
        modules.add(new TemplateModule(Words.NONE, null, List.of()));
        draft.save(with(modules));
        way.to("/template/frame.xhtml?id=" + draft.getDetails().version().id().value());
    }

    /** Takes a group out that has no items; one that has stays as it is. */
    public void remove(int number) {
        List<TemplateModule> modules = new ArrayList<>(draft.content().modules());
        if (number < modules.size() && modules.get(number).items().isEmpty()) {
            modules.remove(number);
            draft.save(with(modules));
        }
        way.to(draft.getAddress(), "template.removed");
    }

    private TemplateContent with(List<TemplateModule> modules) {
        TemplateContent content = draft.content();
        return new TemplateContent(
                content.title(),
                content.samples(),
                content.validity(),
                content.letter(),
                content.declaration(),
                modules);
    }
}
