package no.tillit.ui.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantFilter;
import no.tillit.participant.ParticipantSort;
import no.tillit.participant.ParticipantSummary;
import no.tillit.participant.ReadingParticipants;
import no.tillit.scan.ByHand;
import no.tillit.scan.MatchingScans;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScanMatch;
import no.tillit.scan.ScannedFormDetails;
import no.tillit.scan.ScannedFormId;
import no.tillit.scan.ScannedFormState;
import no.tillit.scan.ScannedFormSummary;
import no.tillit.scan.ScannedPageId;
import no.tillit.scan.SortingScans;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** A scanned form beside what it says: somebody reads it and records the consent. */
@Named
@RequestScoped
public class MatchPage {
    @Inject
    private ReadingScans reading;

    @Inject
    private MatchingScans matching;

    @Inject
    private SortingScans sorting;

    @Inject
    private ReadingParticipants participants;

    @Inject
    private ScannedAnswers answers;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Way way;

    private @Nullable ScannedFormDetails details;
    private @Nullable LocalDate signedOn;
    private @Nullable String pseudonym;
    private @Nullable String number;

    public ScannedFormDetails getDetails() {
        ScannedFormDetails read = details == null ? reading.open(id(), visitor.getPurpose()) : details;
        details = read;
        return read;
    }

    public ScannedFormSummary getForm() {
        return getDetails().summary();
    }

    /** Whether it can be recorded as it is. */
    public boolean isMatchable() {
        ByHand reason = getForm().reason();
        return getForm().state() != ScannedFormState.ATTACHING
                && getForm().isOpen()
                && reason != ByHand.NUMBER_USED
                && reason != ByHand.PAGES_TWICE
                && reason != ByHand.PERSON_GONE;
    }

    /** Whether the consent is there and its scan is not attached yet. */
    public boolean isUnfinished() {
        return getForm().state() == ScannedFormState.ATTACHING;
    }

    /** Whether pages can still be told apart or thrown away. */
    public boolean isSortable() {
        return getForm().state() == ScannedFormState.PROPOSED || getForm().state() == ScannedFormState.BY_HAND;
    }

    /** Whether the code, or a number that was typed, says whose form it is. */
    public boolean isKnown() {
        return getForm().participant() != null;
    }

    /** Records what was read. */
    public void match() {
        if (signedOn == null) {
            return;
        }
        ParticipantId whose = getForm().participant();
        var read = new ScanMatch(whose == null ? participantNamed() : whose, answers.answered(signedOn), null);
        ScannedFormSummary matched = matching.match(id(), read, visitor.getPurpose());
        way.to("/scan/scans.xhtml?project=" + matched.project().value(), "scan.match.done", matched.pseudonym());
    }

    /** Attaches the scan to the consent that was recorded before. */
    public void finish() {
        ScannedFormSummary matched = matching.finish(id(), visitor.getPurpose());
        way.to("/scan/scans.xhtml?project=" + matched.project().value(), "scan.match.done", matched.pseudonym());
    }

    /** Says which number stands on the paper. */
    public void name() {
        ScannedFormSummary named = sorting.number(id(), number == null ? "" : number, visitor.getPurpose());
        way.to("/scan/match.xhtml?id=" + named.id().value(), "scan.number.done");
    }

    /** The form ends before this page. */
    public void split(UUID page) {
        ScannedFormSummary rest = sorting.split(new ScannedPageId(page), visitor.getPurpose());
        way.to("/scan/match.xhtml?id=" + rest.id().value(), "scan.split.done");
    }

    /** Throws this page away. */
    public void discardPage(UUID page) {
        boolean last = getDetails().pages().size() == 1;
        ProjectId project = getForm().project();
        sorting.discard(new ScannedPageId(page), visitor.getPurpose());
        way.to(
                last ? "/scan/scans.xhtml?project=" + project.value() : "/scan/match.xhtml?id=" + id().value(),
                "scan.page.thrown");
    }

    /** Throws the whole form away. */
    public void discard() {
        ProjectId project = getForm().project();
        sorting.discard(id(), visitor.getPurpose());
        way.to("/scan/scans.xhtml?project=" + project.value(), "scan.form.thrown");
    }

    private ParticipantId participantNamed() {
        String wanted = pseudonym == null ? "" : pseudonym.strip();
        return participants
                .page(
                        getForm().project(),
                        new ParticipantFilter(null, null, wanted),
                        ParticipantSort.REGISTERED_DESCENDING,
                        new PageRequest(0, 50),
                        visitor.getPurpose())
                .items()
                .stream()
                .filter(person -> person.pseudonym().value().equalsIgnoreCase(wanted))
                .map(ParticipantSummary::id)
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "pseudonym-unknown", "pseudonym", "Nobody in this project has this pseudonym."));
    }

    public @Nullable LocalDate getSignedOn() {
        return signedOn;
    }

    public void setSignedOn(@Nullable LocalDate signedOn) {
        this.signedOn = signedOn;
    }

    public @Nullable String getPseudonym() {
        return pseudonym;
    }

    public void setPseudonym(@Nullable String pseudonym) {
        this.pseudonym = pseudonym;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    private ScannedFormId id() {
        return new ScannedFormId(table.id("id"));
    }
}
