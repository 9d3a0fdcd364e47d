package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.tillit.consent.CheckingConsent;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.InvalidReason;
import no.tillit.consent.NewCheck;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.Verdict;
import no.tillit.document.DocumentDetails;
import no.tillit.document.DocumentId;
import no.tillit.document.ReadingDocuments;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScannedFormDetails;
import no.tillit.scan.ScannedPage;
import no.tillit.ui.shell.Problems;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** A second person compares a form with its scan: four questions beside the picture. */
@Named
@RequestScoped
public class CheckPage {
    private static final List<String> QUESTIONS = List.of("legible", "complete", "signed", "dated");

    @Inject
    private CheckingConsent checking;

    @Inject
    private ReadingConsents consents;

    @Inject
    private ReadingDocuments documents;

    @Inject
    private ReadingScans scans;

    @Inject
    private Problems problems;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private final Map<String, String> answers = new HashMap<>();
    private @Nullable InvalidReason reason;
    private @Nullable ConsentSummary consent;
    private @Nullable DocumentDetails scan;
    private @Nullable List<Verdict> found;
    private @Nullable List<ScannedPage> pages;

    /** Keeps what was found, and goes back to the participant. */
    public void check() {
        if (QUESTIONS.stream().anyMatch(q -> answers.get(q) == null)) {
            problems.add("", say.text("consent.check.unanswered"));
            return;
        }
        var check = new NewCheck(
                yes("legible"),
                yes("complete"),
                yes("signed"),
                yes("dated"),
                reason,
                !getHistory().isEmpty());
        ConsentSummary after = checking.check(id(), check, visitor.getPurpose());
        boolean passed = after.verdict() != null && after.verdict().passed();
        way.to(
                "/participant/participant.xhtml?id=" + after.participant().value(),
                passed ? "consent.check.passed" : "consent.check.failed");
    }

    public ConsentSummary getConsent() {
        ConsentSummary read = consent == null ? consents.open(id(), visitor.getPurpose()) : consent;
        consent = read;
        return read;
    }

    /** The pages it was recorded from, when it was matched from a scan. */
    public List<ScannedPage> getPages() {
        List<ScannedPage> read = pages == null
                ? scans.of(id(), visitor.getPurpose())
                        .map(ScannedFormDetails::pages)
                        .orElse(List.of())
                : pages;
        pages = read;
        return read;
    }

    /** What is known of the scan; asked for only when there is one. */
    public DocumentDetails getScan() {
        DocumentDetails read = scan == null ? readScan() : scan;
        scan = read;
        return read;
    }

    /** Whether the scan is a picture, which the page can show. */
    public boolean isPicture() {
        return getConsent().evidence() != null
                && getScan().readable()
                && List.of("PNG", "JPEG").contains(getScan().summary().format().name());
    }

    /** Everything that was found before, newest first. */
    public List<Verdict> getHistory() {
        List<Verdict> read = found == null ? checking.history(id(), visitor.getPurpose()) : found;
        found = read;
        return read;
    }

    /** Whether the visitor recorded the form, so that somebody else has to check it. */
    public boolean isOwn() {
        return getConsent().capturedBy().equals(visitor.getUsername());
    }

    public List<String> getQuestions() {
        return QUESTIONS;
    }

    /** The question in words. */
    public String ask(String question) {
        return say.text("consent.check." + question);
    }

    public List<SelectItem> getChoices() {
        return List.of(new SelectItem("yes", say.text("word.yes")), new SelectItem("no", say.text("word.no")));
    }

    public List<SelectItem> getReasons() {
        List<SelectItem> all = new ArrayList<>();
        all.add(new SelectItem("", say.text("consent.check.noOther")));
        all.addAll(say.options(Arrays.asList(InvalidReason.values())));
        return all;
    }

    public Map<String, String> getAnswers() {
        return answers;
    }

    public @Nullable InvalidReason getReason() {
        return reason;
    }

    public void setReason(@Nullable InvalidReason reason) {
        this.reason = reason;
    }

    private DocumentDetails readScan() {
        return documents.open(new DocumentId(Objects.requireNonNull(getConsent().evidence())), visitor.getPurpose());
    }

    private boolean yes(String question) {
        return "yes".equals(answers.get(question));
    }

    private ConsentId id() {
        return new ConsentId(table.id("id"));
    }
}
