package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.EndedBy;
import no.tillit.consent.ForeseeingWithdrawal;
import no.tillit.consent.RevokingConsent;
import no.tillit.consent.WithdrawalPreview;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.kernel.ParticipantId;
import no.tillit.ui.participant.ParticipantPage;
import no.tillit.ui.shell.Problems;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** Takes back a consent, whole or by item, at once and without a reason (O-06). */
@Named
@RequestScoped
public class WithdrawPage {
    private static final String ALL = "all";

    @Inject
    private WithdrawingConsent withdrawing;

    @Inject
    private RevokingConsent revoking;

    @Inject
    private ForeseeingWithdrawal foreseeing;

    @Inject
    private ParticipantPage page;

    @Inject
    private Visitor visitor;

    @Inject
    private Problems problems;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable WithdrawalPreview preview;
    private final Map<String, Boolean> chosen = new HashMap<>();
    private String extent = ALL;
    private EndedBy endedBy = EndedBy.PERSON;

    /** Withdraws, and goes back to the participant. */
    public void withdraw() {
        Set<ConsentItem> items = extent.equals(ALL) ? Set.of() : ticked();
        if (!extent.equals(ALL) && items.isEmpty()) {
            problems.add("items", say.text("refusal.no-items-decided"));
            return;
        }
        var participant = new ParticipantId(table.id("id"));
        if (endedBy == EndedBy.PERSON) {
            withdrawing.withdraw(participant, items, visitor.getPurpose());
        } else {
            revoking.revoke(participant, endedBy, items, visitor.getPurpose());
        }
        way.to("/participant/participant.xhtml?id=" + table.id("id"), "consent.withdraw.done");
    }

    /** Shows what the withdrawal that is chosen would take, without making it. */
    public void foresee() {
        Set<ConsentItem> items = extent.equals(ALL) ? Set.of() : ticked();
        if (!extent.equals(ALL) && items.isEmpty()) {
            problems.add("items", say.text("refusal.no-items-decided"));
            return;
        }
        preview = foreseeing.preview(new ParticipantId(table.id("id")), items, visitor.getPurpose());
    }

    /** What the withdrawal would take and leave: of what was chosen last, and of everything before that. */
    public WithdrawalPreview getPreview() {
        WithdrawalPreview read = preview == null
                ? foreseeing.preview(new ParticipantId(table.id("id")), Set.of(), visitor.getPurpose())
                : preview;
        preview = read;
        return read;
    }

    /** One line of the preview, in a sentence. */
    public String tell(WithdrawalPreview.Line line) {
        String kind =
                switch (line.kind()) {
                    case "interview" -> say.text("participant.interviews");
                    case "spoken-part" -> say.text("kind.spoken-part");
                    default ->
                        say.text("enum.DocumentType."
                                + line.kind().toUpperCase(Locale.ROOT).replace('-', '_'));
                };
        String sentence = say.it("consent.preview.line", kind, line.records())
                + " "
                + say.it(
                        "consent.preview." + line.why().name(),
                        line.item() == null ? "" : ItemWords.label(say, line.item()));
        return line.group() ? sentence + " " + say.text("consent.preview.group") : sentence;
    }

    /** What the person has agreed to and not taken back. */
    public List<SelectItem> getItems() {
        Set<ConsentItem> given = new TreeSet<>();
        page.getConsents().stream()
                .flatMap(form -> form.items().stream())
                .filter(item -> item.state() == ConsentState.GIVEN)
                .forEach(item -> given.add(item.item()));
        return given.stream()
                .map(item -> new SelectItem(item.code(), ItemWords.label(say, item)))
                .toList();
    }

    public List<SelectItem> getExtents() {
        return List.of(
                new SelectItem(ALL, say.text("consent.withdraw.all")),
                new SelectItem("some", say.text("consent.withdraw.some")));
    }

    /** Who may end it. */
    public List<SelectItem> getEnders() {
        return say.options(Arrays.asList(EndedBy.values()));
    }

    public EndedBy getEndedBy() {
        return endedBy;
    }

    public void setEndedBy(EndedBy endedBy) {
        this.endedBy = endedBy;
    }

    public Map<String, Boolean> getChosen() {
        return chosen;
    }

    public String getExtent() {
        return extent;
    }

    public void setExtent(String extent) {
        this.extent = extent;
    }

    private Set<ConsentItem> ticked() {
        return chosen.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(e -> ConsentItem.named(e.getKey()))
                .collect(Collectors.toSet());
    }
}
