package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.consent.ConsentItem;
import no.tillit.erasure.Withdrawals;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.LegalBasis;

/**
 * Tells a deletion what a participant has taken back: everything once they are blocked for it, else item by item. An item
 * given again is still told: the newer form opens it for new data only, and what was collected before has to go (O-06).
 */
@ApplicationScoped
public class WithdrawnConsents implements Withdrawals {
    @Inject
    private Participants participants;

    @Inject
    private ConsentForms forms;

    @Override
    public Optional<Withdrawal> of(ParticipantId id) {
        return participants.find(id).flatMap(this::of);
    }

    private Optional<Withdrawal> of(ParticipantRef participant) {
        ConsentHistory history = forms.history(participant);
        Optional<LocalDate> latest =
                history.withdrawals().stream().map(TakenBack::day).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        if (leftAltogether(participant, history)) {
            return Optional.of(new Withdrawal(latest.get(), Set.of()));
        }
        Set<String> items = history.ended().stream()
                .filter(item -> !item.mayRestOn(participant.legalBasis()))
                .map(ConsentItem::kebab)
                .collect(Collectors.toSet());
        return items.isEmpty() ? Optional.empty() : Optional.of(new Withdrawal(latest.get(), items));
    }

    private static boolean leftAltogether(ParticipantRef participant, ConsentHistory history) {
        return participant.legalBasis() == LegalBasis.CONSENT
                && participant.state() == ParticipantState.BLOCKED
                && history.standing().isEmpty();
    }
}
