package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.NewConsent;
import no.tillit.consent.RecordingConsent;
import no.tillit.kernel.ParticipantId;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** Takes a signed paper form into the register, item by item (O-04). */
@Named
@RequestScoped
public class RecordConsentPage {
    private static final String YES = "yes";
    private static final String NO = "no";

    @Inject
    private RecordingConsent recording;

    @Inject
    private OurForm ourForm;

    @Inject
    private NamedItems named;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private final Map<String, String> answers = new HashMap<>();
    private @Nullable LocalDate signedOn;
    private final ChosenValidity validity = new ChosenValidity();
    private String language = "nb";
    private @Nullable String form;

    /** Records the form, and goes on to its scan. */
    public void record() {
        if (signedOn == null) {
            return;
        }
        if (ourForm.isChosen()) {
            goOn(recording.record(participant(), ourForm.answered(signedOn), visitor.getPurpose()));
            return;
        }
        Map<ConsentItem, Boolean> decisions = new TreeMap<>();
        answers.forEach((item, answer) -> {
            if (YES.equals(answer) || NO.equals(answer)) {
                decisions.put(ConsentItem.named(item), YES.equals(answer));
            }
        });
        named.into(decisions, validity);
        var wanted = new NewConsent(signedOn, decisions, CaptureMethod.PAPER, language, form)
                .holding(validity.chosen(), validity.ofItems(decisions.keySet()));
        goOn(recording.record(participant(), wanted, visitor.getPurpose()));
    }

    private void goOn(ConsentSummary recorded) {
        way.to(
                "/consent/evidence.xhtml?id=" + participant().value() + "&consent="
                        + recorded.id().value(),
                "consent.record.done");
    }

    public List<ConsentItem> getItems() {
        return ConsentItem.ofEachKind();
    }

    public List<SelectItem> getChoices() {
        return List.of(
                new SelectItem(YES, say.text("word.yes")),
                new SelectItem(NO, say.text("word.no")),
                new SelectItem("", say.text("consent.record.unanswered")));
    }

    public List<SelectItem> getLanguages() {
        return List.of(
                new SelectItem("nb", say.text("language.nb")),
                new SelectItem("nn", say.text("language.nn")),
                new SelectItem("en", say.text("language.en")));
    }

    /** The answers by item name. */
    public Map<String, String> getAnswers() {
        return answers;
    }

    /** How long a yes may hold, for the whole form. */
    public List<SelectItem> getValidities() {
        return Arrays.stream(ChosenValidity.Kind.values())
                .map(kind -> new SelectItem(kind, say.text("consent.record.validity." + kind.name())))
                .toList();
    }

    public ChosenValidity.Kind getValidity() {
        return validity.kind;
    }

    public void setValidity(ChosenValidity.Kind kind) {
        validity.kind = kind;
    }

    public @Nullable LocalDate getValidUntil() {
        return validity.until;
    }

    public void setValidUntil(@Nullable LocalDate day) {
        validity.until = day;
    }

    public @Nullable String getValidMonths() {
        return validity.months;
    }

    public void setValidMonths(@Nullable String months) {
        validity.months = months;
    }

    /** The last days that differ from the form's, by item name. */
    public Map<String, String> getUntils() {
        return validity.untils;
    }

    public @Nullable LocalDate getSignedOn() {
        return signedOn;
    }

    public void setSignedOn(@Nullable LocalDate signedOn) {
        this.signedOn = signedOn;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public @Nullable String getForm() {
        return form;
    }

    public void setForm(@Nullable String form) {
        this.form = form;
    }

    private ParticipantId participant() {
        return new ParticipantId(table.id("id"));
    }
}
