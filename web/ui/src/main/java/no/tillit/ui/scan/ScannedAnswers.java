package no.tillit.ui.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.ReadingTemplates;
import no.tillit.consent.template.TemplateState;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.VersionDetails;
import no.tillit.kernel.NotFound;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScannedFormId;
import no.tillit.scan.ScannedFormSummary;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** The items of the version that was scanned, in the language of the paper: what its code says, or what somebody chose. */
@Named
@RequestScoped
public class ScannedAnswers {
    private static final String YES = "yes";

    @Inject
    private ReadingTemplates templates;

    @Inject
    private ReadingScans scans;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    private @Nullable ScannedFormSummary form;
    private @Nullable VersionDetails details;
    private final Map<String, String> answers = new HashMap<>();

    /** An item as the form words it. */
    public record Question(String code, String label) {}

    /** Whether somebody knows which version it is. */
    public boolean isChosen() {
        return table.asked("version").isPresent() || form().version() != null;
    }

    /** Whether its code says which version it is, so that nobody has to choose. */
    public boolean isPrinted() {
        return form().version() != null;
    }

    /** The published versions of the project, newest first within a template. */
    public List<SelectItem> getVersions() {
        return templates.in(form().project()).stream()
                .flatMap(template -> template.versions().stream()
                        .filter(v -> v.state() == TemplateState.PUBLISHED)
                        .map(v -> new SelectItem(
                                v.id().value().toString(), say.it("template.choice", template.name(), v.number()))))
                .toList();
    }

    public VersionDetails getDetails() {
        VersionDetails read = details == null ? templates.open(version()) : details;
        details = read;
        return read;
    }

    public List<Question> getQuestions() {
        var facts = getDetails().facts();
        return getDetails().content().items().stream()
                .map(item -> new Question(item.code(), facts.fill(item.label(), item, getLanguage())))
                .toList();
    }

    /** The answers by the item's code. */
    public Map<String, String> getAnswers() {
        return answers;
    }

    public List<SelectItem> getChoices() {
        return List.of(new SelectItem(YES, say.text("word.yes")), new SelectItem("no", say.text("word.no")));
    }

    public List<FormLanguage> getLanguages() {
        return List.of(FormLanguage.values());
    }

    /** The language of the paper, as its code says; else as the address says; else bokmål. */
    public FormLanguage getLanguage() {
        FormLanguage printed = form().language();
        return printed == null ? table.asked("in").map(FormLanguage::of).orElse(FormLanguage.NB) : printed;
    }

    AnsweredForm answered(LocalDate signedOn) {
        Map<String, Boolean> given = new HashMap<>();
        answers.forEach((code, answer) -> given.put(code, YES.equals(answer)));
        return new AnsweredForm(version(), signedOn, getLanguage(), given, null);
    }

    private TemplateVersionId version() {
        TemplateVersionId printed = form().version();
        return printed == null
                ? table.asked("version")
                        .filter(v -> v.matches("[0-9a-f-]{36}"))
                        .map(UUID::fromString)
                        .map(TemplateVersionId::new)
                        .orElseThrow(NotFound::new)
                : printed;
    }

    private ScannedFormSummary form() {
        ScannedFormSummary read = form == null
                ? scans.open(new ScannedFormId(table.id("id")), visitor.getPurpose())
                        .summary()
                : form;
        form = read;
        return read;
    }
}
