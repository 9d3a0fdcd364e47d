package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.erasure.Withdrawals;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.LegalBasis;

/** Tells a deletion what a participant has taken back: everything once they are blocked for it, else item by item. */
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
        Optional<LocalDate> latest =
                history.withdrawals().stream().map(TakenBack::day).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        if (leftAltogether(participant, history)) {
            return Optional.of(new Withdrawal(latest.get(), Set.of()));
        }
        Set<String> items = history.withdrawals().stream()
                .map(TakenBack::item)
                .filter(item -> !item.mayRestOn(participant.legalBasis()))
                .filter(item -> history.state(item, clock.today())
                        .filter(state -> state == ConsentState.WITHDRAWN || state == ConsentState.REFUSED)
                        .isPresent())
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
