package no.tillit.ui.consent;

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
import no.tillit.ui.participant.ParticipantPage;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import org.jspecify.annotations.Nullable;

/** A signed form that was printed here: its items in the words and the language that the person read. */
@Named
@RequestScoped
public class OurForm {
    private static final String YES = "yes";

    @Inject
    private ReadingTemplates reading;

    @Inject
    private ParticipantPage participant;

    @Inject
    private Table table;

    @Inject
    private Say say;

    private @Nullable VersionDetails details;
    private @Nullable List<SelectItem> versions;
    private final Map<String, String> answers = new HashMap<>();
    private @Nullable String number;

    /** An item as the form words it. */
    public record Question(String code, String label, String purpose) {}

    /** A section of the letter; its text may stand in a page as it is. */
    public record Part(String heading, String html) {}

    /** Whether the address names a version. */
    public boolean isChosen() {
        return table.asked("version").isPresent();
    }

    /** The published versions of the project, newest first within a template. */
    public List<SelectItem> getVersions() {
        if (versions == null) {
            versions = reading.in(participant.getParticipant().project()).stream()
                    .flatMap(template -> template.versions().stream()
                            .filter(v -> v.state() == TemplateState.PUBLISHED)
                            .map(v -> new SelectItem(
                                    v.id().value().toString(), say.it("template.choice", template.name(), v.number()))))
                    .toList();
        }
        return versions;
    }

    public VersionDetails getDetails() {
        VersionDetails read = details == null ? reading.open(versionId()) : details;
        details = read;
        return read;
    }

    public List<Question> getQuestions() {
        return questions(getLanguage());
    }

    List<Question> questions(FormLanguage language) {
        var facts = getDetails().facts();
        return getDetails().content().items().stream()
                .map(item -> new Question(
                        item.code(),
                        facts.fill(item.label(), item, language),
                        facts.fill(item.purpose(), item, language)))
                .toList();
    }

    List<Part> letter(FormLanguage language) {
        var facts = getDetails().facts();
        return getDetails().content().letter().stream()
                .map(section -> new Part(
                        facts.fill(section.heading().in(language), language),
                        facts.fill(section.text().in(language), language)))
                .toList();
    }

    String declaration(FormLanguage language) {
        return getDetails().facts().fill(getDetails().content().declaration().in(language), language);
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

    /** The language in the address; bokmål when it names none. */
    public FormLanguage getLanguage() {
        return table.asked("in").map(FormLanguage::of).orElse(FormLanguage.NB);
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    AnsweredForm answered(LocalDate signedOn) {
        Map<String, Boolean> given = new HashMap<>();
        answers.forEach((code, answer) -> given.put(code, YES.equals(answer)));
        return new AnsweredForm(versionId(), signedOn, getLanguage(), given, number);
    }

    TemplateVersionId versionId() {
        return table.asked("version")
                .filter(v -> v.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString)
                .map(TemplateVersionId::new)
                .orElseThrow(NotFound::new);
    }
}
