package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.capture.CapturingConsent;
import no.tillit.consent.capture.Circumstances;
import no.tillit.consent.capture.Signature;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.FormLanguage;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.PlainText;
import no.tillit.ui.shell.Language;
import no.tillit.ui.shell.Problems;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/**
 * Takes a consent down that is not on paper: the person answers and signs on the screen, says it aloud, or decides while somebody
 * else fills in (O-04, O-20). Nothing is kept before the last button.
 */
@Named
@RequestScoped
public class CapturePage {
    private static final String YES = "yes";
    private static final String DRAWN = "drawn";
    private static final String WITHOUT = "without";

    @Inject
    private CapturingConsent capturing;

    @Inject
    private OurForm form;

    @Inject
    private Language pages;

    @Inject
    private Visitor visitor;

    @Inject
    private Problems problems;

    @Inject
    private Clock clock;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private final Map<String, String> answers = new HashMap<>();
    private String signing = DRAWN;
    private @Nullable String strokes;
    private @Nullable String word;
    private @Nullable String present;
    private @Nullable String reason;
    private @Nullable String recording;
    private @Nullable LocalDate signedOn;

    /** Keeps what the person answered and signed on the screen. */
    public void sign() {
        boolean drawn = DRAWN.equals(signing);
        if (drawn && (strokes == null || strokes.isBlank())) {
            problems.add("signing", say.text("capture.noSignature"));
            return;
        }
        if (!drawn && !isWordTyped()) {
            problems.add("word", say.it("capture.wordWrong", say.text("capture.word")));
            return;
        }
        Signature signature = drawn && strokes != null ? Signature.drawn(strokes) : Signature.attested();
        ConsentSummary taken =
                take(CaptureMethod.SCREEN, clock.today(), Circumstances.onScreen(signature, drawn ? null : present));
        way.to("/consent/captured.xhtml?id=" + id().value() + "&consent="
                + taken.id().value());
    }

    /** Keeps what was said aloud, or what somebody else filled in. */
    public void record() {
        boolean spoken = isSpoken();
        LocalDate day = spoken && signedOn != null ? signedOn : clock.today();
        var how = new Circumstances(null, present, spoken ? null : reason, spoken ? recording : null);
        ConsentSummary taken = take(spoken ? CaptureMethod.SPOKEN : CaptureMethod.ON_BEHALF, day, how);
        if (spoken) {
            way.to(
                    "/consent/evidence.xhtml?id=" + id().value() + "&consent="
                            + taken.id().value(),
                    "capture.spoken.done");
        } else {
            way.to("/consent/captured.xhtml?id=" + id().value() + "&consent="
                    + taken.id().value());
        }
    }

    private ConsentSummary take(CaptureMethod method, LocalDate day, Circumstances how) {
        Map<String, Boolean> given = new HashMap<>();
        answers.forEach((code, answer) -> given.put(code, YES.equals(answer)));
        var answered = new AnsweredForm(form.versionId(), day, getLanguage(), given, null, method);
        return capturing.capture(id(), answered, how, visitor.getPurpose());
    }

    private boolean isWordTyped() {
        String typed = PlainText.optional("word", word, 60);
        return typed != null
                && typed.toLowerCase(Locale.ROOT)
                        .equals(say.text("capture.word").toLowerCase(Locale.ROOT));
    }

    private ParticipantId id() {
        return new ParticipantId(table.id("id"));
    }

    /** Whether the address names a version to sign. */
    public boolean isChosen() {
        return form.isChosen();
    }

    /** Whether it is said aloud; otherwise somebody else fills in. */
    public boolean isSpoken() {
        return "spoken".equals(table.filter("way"));
    }

    /** The ways that are not on paper, by the name they have in an address. */
    public List<SelectItem> getWays() {
        return Arrays.stream(new String[] {"spoken", "on-behalf"})
                .map(name -> new SelectItem(name, say.text("capture.way." + name)))
                .toList();
    }

    /** The language the person reads: that of the pages on the screen, or the one in the address. */
    public FormLanguage getLanguage() {
        return table.asked("in").map(FormLanguage::of).orElseGet(() -> FormLanguage.of(pages.getTag()));
    }

    /** The letter in that language. */
    public List<OurForm.Part> getLetter() {
        return form.letter(getLanguage());
    }

    /** The declaration over the signature, as it may stand in a page. */
    public String getDeclaration() {
        return form.declaration(getLanguage());
    }

    /** The items in that language. */
    public List<OurForm.Question> getQuestions() {
        return form.questions(getLanguage());
    }

    public List<SelectItem> getChoices() {
        return List.of(new SelectItem(YES, say.text("word.yes")), new SelectItem("no", say.text("word.no")));
    }

    /** How one can sign. */
    public List<SelectItem> getSignings() {
        return List.of(
                new SelectItem(DRAWN, say.text("capture.signing.drawn")),
                new SelectItem(WITHOUT, say.text("capture.signing.without")));
    }

    /** The answers by the item's code. */
    public Map<String, String> getAnswers() {
        return answers;
    }

    public String getSigning() {
        return signing;
    }

    public void setSigning(String signing) {
        this.signing = signing;
    }

    public @Nullable String getStrokes() {
        return strokes;
    }

    public void setStrokes(@Nullable String strokes) {
        this.strokes = strokes;
    }

    public @Nullable String getWord() {
        return word;
    }

    public void setWord(@Nullable String word) {
        this.word = word;
    }

    public @Nullable String getPresent() {
        return present;
    }

    public void setPresent(@Nullable String present) {
        this.present = present;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getRecording() {
        return recording;
    }

    public void setRecording(@Nullable String recording) {
        this.recording = recording;
    }

    public @Nullable LocalDate getSignedOn() {
        return signedOn == null ? clock.today() : signedOn;
    }

    public void setSignedOn(@Nullable LocalDate signedOn) {
        this.signedOn = signedOn;
    }
}
