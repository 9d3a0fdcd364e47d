package no.tillit.ui.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.consent.ItemKind;
import no.tillit.consent.template.LifeArea;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateItem;
import no.tillit.consent.template.TemplateModule;
import no.tillit.consent.template.Validity;
import no.tillit.consent.template.Words;
import no.tillit.kernel.InvalidInput;
import no.tillit.project.DataCategory;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** One item of a form, in the three languages side by side. */
@Named
@RequestScoped
public class ItemPage {
    @Inject
    private DraftInHand draft;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable ItemRow row;

    /** Saves the item, and goes back to the version. */
    public void save() {
        keep(getRow().toItem(), "template.saved");
    }

    /** Takes the item out. */
    public void remove() {
        keep(null, "template.removed");
    }

    /** Saves the item and puts it one place further up or down; past the end of its group it goes into the next one. */
    public void move(int by) {
        List<TemplateModule> modules = new ArrayList<>(draft.content().modules());
        int at = at();
        int module = 0;
        while (at >= modules.get(module).items().size()) {
            at -= modules.get(module).items().size();
            module++;
        }
        List<TemplateItem> items = new ArrayList<>(modules.get(module).items());
        items.remove(at);
        int to = at + by;
        if (to >= 0 && to <= items.size()) {
            items.add(to, getRow().toItem());
            modules.set(module, with(modules.get(module), items));
        } else if (module + by >= 0 && module + by < modules.size()) {
            List<TemplateItem> next = new ArrayList<>(modules.get(module + by).items());
            next.add(by > 0 ? 0 : next.size(), getRow().toItem());
            modules.set(module, with(modules.get(module), items));
            modules.set(module + by, with(modules.get(module + by), next));
        }
        draft.save(with(modules));
        way.to(draft.getAddress(), "template.saved");
    }

    private static TemplateModule with(TemplateModule module, List<TemplateItem> items) {
        return new TemplateModule(module.title(), module.validity(), items);
    }

    /** Adds an item to a module, and goes on to it. */
    public void add(int module) {
        List<TemplateModule> modules = new ArrayList<>(draft.content().modules());
        TemplateModule before = modules.get(module);
        List<TemplateItem> items = new ArrayList<>(before.items());
        items.add(new TemplateItem(ItemKind.CONTACT_AGAIN, null, null, false, Words.NONE, Words.NONE, Set.of(), null));
        modules.set(module, new TemplateModule(before.title(), before.validity(), items));
        draft.save(with(modules));
        int number = modules.subList(0, module + 1).stream()
                        .mapToInt(m -> m.items().size())
                        .sum()
                - 1;
        way.to("/template/item.xhtml?id=" + draft.getDetails().version().id().value() + "&number=" + number);
    }

    public ItemRow getRow() {
        if (row == null) {
            row = new ItemRow(draft.content().items().get(at()));
        }
        return row;
    }

    public List<SelectItem> getKinds() {
        return say.options(EnumSet.allOf(ItemKind.class));
    }

    public List<SelectItem> getAreas() {
        List<SelectItem> areas = new ArrayList<>();
        areas.add(new SelectItem("", "–"));
        areas.addAll(say.ticks(EnumSet.allOf(LifeArea.class)));
        return areas;
    }

    public List<SelectItem> getCategories() {
        return say.ticks(EnumSet.allOf(DataCategory.class));
    }

    private void keep(@Nullable TemplateItem changed, String said) {
        int left = at();
        List<TemplateModule> modules = new ArrayList<>();
        for (TemplateModule module : draft.content().modules()) {
            List<TemplateItem> items = new ArrayList<>(module.items());
            if (left >= 0 && left < items.size()) {
                if (changed == null) {
                    items.remove(left);
                } else {
                    items.set(left, changed);
                }
            }
            left -= module.items().size();
            modules.add(new TemplateModule(module.title(), module.validity(), items));
        }
        draft.save(with(modules));
        way.to(draft.getAddress(), said);
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

    private int at() {
        return draft.number(draft.content().items().size());
    }

    /** An item as it is being typed. */
    public static class ItemRow {
        private final Map<String, String> labels = new HashMap<>();
        private final Map<String, String> purposes = new HashMap<>();
        private final Map<String, Boolean> chosen = new HashMap<>();
        private ItemKind kind;
        private String area;
        private @Nullable String counterpart;
        private boolean mandatory;
        private @Nullable LocalDate until;
        private @Nullable Integer months;
        private boolean untilEnd;

        ItemRow(TemplateItem item) {
            DraftInHand.put(labels, item.label()::in);
            DraftInHand.put(purposes, item.purpose()::in);
            item.categories().forEach(category -> chosen.put(category.name(), true));
            kind = item.kind();
            LifeArea itsArea = item.area();
            area = itsArea == null ? "" : itsArea.name();
            counterpart = item.counterpart();
            mandatory = item.mandatory();
            Validity validity = item.validity();
            until = validity == null ? null : validity.until();
            months = validity == null ? null : validity.months();
            untilEnd = Validity.UNTIL_PROJECT_END.equals(validity);
        }

        TemplateItem toItem() {
            boolean dated = until != null || months != null;
            if (dated && untilEnd) {
                throw new InvalidInput("validity-twice", "until", "Name a date or a number of months, not both.");
            }
            return new TemplateItem(
                    kind,
                    area.isEmpty() ? null : LifeArea.valueOf(area),
                    counterpart,
                    mandatory,
                    DraftInHand.words(labels, "label"),
                    DraftInHand.words(purposes, "purpose"),
                    EnumSet.allOf(DataCategory.class).stream()
                            .filter(c -> Boolean.TRUE.equals(chosen.get(c.name())))
                            .collect(Collectors.toSet()),
                    dated || untilEnd ? HowLong.read("until", () -> new Validity(until, months)) : null);
        }

        public Map<String, String> getLabels() {
            return labels;
        }

        public Map<String, String> getPurposes() {
            return purposes;
        }

        public Map<String, Boolean> getChosen() {
            return chosen;
        }

        public ItemKind getKind() {
            return kind;
        }

        public void setKind(ItemKind kind) {
            this.kind = kind;
        }

        public String getArea() {
            return area;
        }

        public void setArea(@Nullable String area) {
            this.area = area == null ? "" : area;
        }

        public @Nullable String getCounterpart() {
            return counterpart;
        }

        public void setCounterpart(@Nullable String counterpart) {
            this.counterpart = counterpart;
        }

        public boolean isMandatory() {
            return mandatory;
        }

        public void setMandatory(boolean mandatory) {
            this.mandatory = mandatory;
        }

        public boolean isUntilEnd() {
            return untilEnd;
        }

        public void setUntilEnd(boolean untilEnd) {
            this.untilEnd = untilEnd;
        }

        public @Nullable LocalDate getUntil() {
            return until;
        }

        public void setUntil(@Nullable LocalDate until) {
            this.until = until;
        }

        public @Nullable Integer getMonths() {
            return months;
        }

        public void setMonths(@Nullable Integer months) {
            this.months = months;
        }
    }
}
