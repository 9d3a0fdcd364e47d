package no.tillit.ui.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.consent.ItemKind;
import no.tillit.consent.template.ReAsk;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateModule;
import no.tillit.project.ReadingProjects;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** What a version says as a whole: its title and declaration, whom it is for, and who is asked again. */
@Named
@RequestScoped
public class FramePage {
    @Inject
    private DraftInHand draft;

    @Inject
    private ReadingProjects projects;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable Map<String, String> titles;
    private @Nullable Map<String, String> declarations;
    private @Nullable List<Map<String, String>> groups;
    private @Nullable List<HowLong> periods;
    private @Nullable Map<String, Boolean> samples;
    private @Nullable Map<String, Boolean> items;
    private @Nullable String whom;

    /** Saves it, and goes back to the version. */
    public void save() {
        TemplateContent content = draft.content();
        List<TemplateModule> modules = new ArrayList<>();
        for (TemplateModule module : content.modules()) {
            int at = modules.size();
            modules.add(new TemplateModule(
                    DraftInHand.words(getGroups().get(at), "group:" + at + ":name"),
                    getPeriods().get(at + 1).toValidity(),
                    module.items()));
        }
        var changed = new TemplateContent(
                DraftInHand.words(getTitles(), "title"),
                projects.open(draft.getDetails().project()).samples().stream()
                        .map(sample -> sample.id())
                        .filter(id -> Boolean.TRUE.equals(getSamples().get(id.toString())))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                getPeriods().get(0).toValidity(),
                content.letter(),
                DraftInHand.texts(getDeclarations(), "declaration"),
                modules);
        draft.save(changed, reAsk());
        way.to(draft.getAddress(), "template.saved");
    }

    /** Whether there is an earlier version, so that somebody may have to be asked again. */
    public boolean isLater() {
        return draft.getDetails().version().number() > 1;
    }

    public Map<String, String> getTitles() {
        if (titles == null) {
            titles = new HashMap<>();
            DraftInHand.put(titles, draft.content().title()::in);
        }
        return titles;
    }

    public Map<String, String> getDeclarations() {
        if (declarations == null) {
            declarations = new HashMap<>();
            DraftInHand.put(
                    declarations,
                    language -> draft.content().declaration().in(language).typed());
        }
        return declarations;
    }

    /** The headings of the modules, in each language. */
    public List<Map<String, String>> getGroups() {
        if (groups == null) {
            groups = new ArrayList<>();
            for (TemplateModule module : draft.content().modules()) {
                Map<String, String> heading = new HashMap<>();
                DraftInHand.put(heading, module.title()::in);
                groups.add(heading);
            }
        }
        return groups;
    }

    /** How long a yes holds: for the whole version, and then for each module. */
    public List<HowLong> getPeriods() {
        if (periods == null) {
            periods = new ArrayList<>();
            periods.add(new HowLong(
                    "valid:0", say.text("template.whole"), draft.content().validity()));
            for (TemplateModule module : draft.content().modules()) {
                int at = periods.size();
                periods.add(new HowLong("valid:" + at, say.it("template.groupNamed", at), module.validity()));
            }
        }
        return periods;
    }

    public Map<String, Boolean> getSamples() {
        if (samples == null) {
            samples = new HashMap<>();
            for (var id : draft.content().samples()) {
                samples.put(id.toString(), true);
            }
        }
        return samples;
    }

    public Map<String, Boolean> getItems() {
        if (items == null) {
            items = new HashMap<>();
            ReAsk asks = draft.getDetails().reAsk();
            for (ItemKind item : asks == null ? Set.<ItemKind>of() : asks.items()) {
                items.put(item.name(), true);
            }
        }
        return items;
    }

    public List<SelectItem> getSampleOptions() {
        return projects.open(draft.getDetails().project()).samples().stream()
                .map(sample -> new SelectItem(sample.id().toString(), sample.number() + ". " + sample.name()))
                .toList();
    }

    public List<SelectItem> getItemOptions() {
        return say.ticks(EnumSet.allOf(ItemKind.class));
    }

    public List<SelectItem> getWhoms() {
        List<SelectItem> options = new ArrayList<>();
        options.add(new SelectItem("", say.text("template.undecided")));
        options.addAll(say.ticks(EnumSet.allOf(ReAsk.Whom.class)));
        return options;
    }

    public String getWhom() {
        ReAsk asks = draft.getDetails().reAsk();
        return whom != null ? whom : asks == null ? "" : asks.whom().name();
    }

    public void setWhom(@Nullable String whom) {
        this.whom = whom == null ? "" : whom;
    }

    private @Nullable ReAsk reAsk() {
        String chosen = getWhom();
        if (!isLater() || chosen.isEmpty()) {
            return null;
        }
        ReAsk.Whom asked = ReAsk.Whom.valueOf(chosen);
        Set<ItemKind> named = asked != ReAsk.Whom.ANSWERED
                ? Set.of()
                : EnumSet.allOf(ItemKind.class).stream()
                        .filter(item -> Boolean.TRUE.equals(getItems().get(item.name())))
                        .collect(Collectors.toSet());
        return new ReAsk(asked, named);
    }
}
