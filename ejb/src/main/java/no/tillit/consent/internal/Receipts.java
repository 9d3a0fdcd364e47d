package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.template.FormLanguage;
import no.tillit.kernel.Conflict;
import no.tillit.paper.Paper;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.project.ApprovalFacts;
import no.tillit.project.Approvals;

/** Paper for somebody who has withdrawn. */
@ApplicationScoped
public class Receipts {
    @Inject
    private ConsentForms forms;

    @Inject
    private Foreseeing foreseeing;

    @Inject
    private Approvals approvals;

    /** @throws Conflict when nothing has been taken back */
    public byte[] ofLatestWithdrawal(ParticipantRef participant, FormLanguage language) {
        return Paper.render(html(participant, language));
    }

    String html(ParticipantRef participant, FormLanguage language) {
        ConsentHistory history = forms.history(participant);
        TakenBack latest = history.withdrawals().stream()
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new Conflict("nothing-withdrawn", "This participant has not withdrawn anything."));
        Set<ConsentItem> items = new TreeSet<>();
        Set<ConsentItem> given = history.ended();
        history.withdrawals().stream()
                .filter(w -> w.at().equals(latest.at()))
                .forEach(w -> given.stream().filter(item -> item.isIn(w.item())).forEach(items::add));
        boolean whole = participant.state() == ParticipantState.BLOCKED;
        ApprovalFacts facts = approvals.facts(participant.project());
        var receipt = new ReceiptHtml.Receipt(
                facts.project(),
                facts.controller(),
                participant.pseudonym().value(),
                latest.day(),
                latest.endedBy(),
                items,
                foreseeing.of(participant, items, whole));
        return new ReceiptHtml(receipt, language).text();
    }
}
