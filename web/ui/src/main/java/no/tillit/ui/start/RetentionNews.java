package no.tillit.ui.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.tillit.reminder.ReadingReminders;
import no.tillit.reminder.Reminder;
import no.tillit.reminder.ReminderKind;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Visitor;

/** What becomes due, in time: disposal, reviews and holds. The approval's end is told with the project. */
@RequestScoped
public class RetentionNews {
    private static final int FEW = 10;
    private static final Set<ReminderKind> TOLD_ELSEWHERE =
            EnumSet.of(ReminderKind.APPROVAL_ENDS, ReminderKind.CONSENT_ENDS);

    @Inject
    private ReadingReminders reminders;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    void due(List<Card> due) {
        reminders.soon(FEW, visitor.getPurpose()).stream()
                .filter(reminder -> !TOLD_ELSEWHERE.contains(reminder.kind()))
                .map(this::card)
                .forEach(due::add);
    }

    private Card card(Reminder reminder) {
        String href =
                switch (reminder.kind()) {
                    case HOLD_REVIEW -> "/retention/hold.xhtml?id=" + reminder.subject();
                    case ANSWER_DUE -> "/erasure/deletion-job.xhtml?id=" + reminder.subject();
                    case REVIEW -> list(reminder, "REVIEW");
                    default -> list(reminder, "DISPOSE");
                };
        return new Card(
                say.it("start.reminder." + reminder.kind(), reminder.records(), reminder.projectName()),
                say.dateAndDistance(reminder.day()),
                href,
                reminder.day());
    }

    private static String list(Reminder reminder, String list) {
        return "/retention/due.xhtml?project=" + reminder.project().value() + "&list=" + list + "&until="
                + reminder.day();
    }
}
