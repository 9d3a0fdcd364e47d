package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.Recipient;
import no.tillit.consent.RestingData;
import no.tillit.consent.RestingData.Resting;
import no.tillit.consent.WithdrawalPreview;
import no.tillit.consent.WithdrawalPreview.Line;
import no.tillit.consent.WithdrawalPreview.Why;
import no.tillit.participant.ParticipantRef;

/** Tells what a withdrawal takes, by the rules by which {@link TakingBack} and the deletion after it take it. */
@ApplicationScoped
public class Foreseeing {
    @Inject
    private ConsentForms forms;

    @Inject
    private Instance<RestingData> data;

    /** What these items would take; without items, what a withdrawal of everything would. */
    public WithdrawalPreview withdrawal(ParticipantRef participant, Set<ConsentItem> items) {
        Set<ConsentItem> standing = forms.history(participant).standing();
        Set<ConsentItem> ending = items.isEmpty() ? standing : TakingBack.withParts(standing, items);
        boolean whole = (items.isEmpty() || !ending.isEmpty()) && TakingBack.isWhole(participant, standing, ending);
        return of(participant, ending, whole);
    }

    /** What goes and what stays when these items end. */
    WithdrawalPreview of(ParticipantRef participant, Set<ConsentItem> ending, boolean whole) {
        List<Line> lines = data.stream()
                .flatMap(source -> source.of(participant.id()))
                .map(resting -> line(resting, participant, ending, whole))
                .sorted(Comparator.comparing(Line::kind))
                .toList();
        return new WithdrawalPreview(
                participant.id(),
                ending,
                whole,
                lines.stream().filter(Foreseeing::goes).toList(),
                lines.stream().filter(line -> !goes(line)).toList(),
                Recipient.of(ending));
    }

    private static boolean goes(Line line) {
        return line.why() == Why.RESTS_ON_IT || line.why() == Why.NOTHING_LEFT;
    }

    private static Line line(Resting resting, ParticipantRef participant, Set<ConsentItem> ending, boolean whole) {
        return new Line(
                resting.kind(),
                resting.item(),
                resting.group(),
                resting.records(),
                why(resting, participant, ending, whole));
    }

    private static Why why(Resting resting, ParticipantRef participant, Set<ConsentItem> ending, boolean whole) {
        if (resting.boundByArchiveLaw()) {
            return Why.ARCHIVE_LAW;
        }
        ConsentItem item = resting.item();
        if (item == null) {
            return whole ? Why.NOTHING_LEFT : Why.EVIDENCE;
        }
        if (item.mayRestOn(participant.legalBasis())) {
            return Why.LAW;
        }
        if (ending.contains(item)) {
            return Why.RESTS_ON_IT;
        }
        return whole ? Why.NOTHING_LEFT : Why.OTHER_ITEM;
    }
}
