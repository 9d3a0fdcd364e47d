package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.consent.ConsentItem;
import no.tillit.erasure.Withdrawals;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.LegalBasis;

/**
 * Tells a deletion what of a participant's consent has ended, by withdrawal, by revocation or because it ran out: everything
 * once they are blocked for it, else item by item. An item given again is still told: the newer form opens it for new data
 * only, and what was collected before has to go (O-06).
 */
@ApplicationScoped
public class WithdrawnConsents implements Withdrawals {
    @Inject
    private Participants participants;

    @Inject
    private ConsentForms forms;

    @Inject
    private Clock clock;

    @Override
    public Optional<Withdrawal> of(ParticipantId id) {
        return participants.find(id).flatMap(this::of);
    }

    private Optional<Withdrawal> of(ParticipantRef participant) {
        ConsentHistory history = forms.history(participant);
        Map<ConsentItem, LocalDate> runOut = history.runOut(clock.today());
        Optional<LocalDate> latest = Stream.concat(
                        history.withdrawals().stream().map(TakenBack::day), runOut.values().stream())
                .max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        if (leftAltogether(participant, history, runOut.keySet())) {
            return Optional.of(new Withdrawal(latest.get(), Set.of()));
        }
        Set<ConsentItem> over = new TreeSet<>();
        over.addAll(history.ended());
        over.addAll(runOut.keySet());
        Set<String> items = over.stream()
                .filter(item -> !item.mayRestOn(participant.legalBasis()))
                .map(ConsentItem::code)
                .collect(Collectors.toSet());
        return items.isEmpty() ? Optional.empty() : Optional.of(new Withdrawal(latest.get(), items));
    }

    private static boolean leftAltogether(ParticipantRef participant, ConsentHistory history, Set<ConsentItem> runOut) {
        return participant.legalBasis() == LegalBasis.CONSENT
                && participant.state() == ParticipantState.BLOCKED
                && history.standing().stream()
                        .allMatch(item -> runOut.contains(item)
                                || item.partOf().filter(runOut::contains).isPresent());
    }
}
