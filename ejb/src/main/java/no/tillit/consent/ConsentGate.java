package no.tillit.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.access.RecordClosed;
import no.tillit.consent.internal.AtTheGate;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.consent.internal.ConsentHistory;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Refusal;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.Approvals;
import no.tillit.project.LegalBasis;

/**
 * Nothing about a person is collected or read unless the gate is open for it: every person concerned has said yes to the
 * item, and nobody has taken it back (O-04 to O-07).
 *
 * <p>A yes to a part, such as the recording, opens nothing without a yes to the whole, the interview.
 *
 * <p>Every feature that touches personal data asks here, in the transaction in which it acts. While that transaction runs, a
 * withdrawal waits; once a withdrawal has committed, the gate is closed (ADR 0034).
 */
@ApplicationScoped
public class ConsentGate {
    @Inject
    private Participants participants;

    @Inject
    private ConsentForms forms;

    @Inject
    private AtTheGate atTheGate;

    @Inject
    private Approvals approvals;

    @Inject
    private Clock clock;

    /**
     * Opens for all of them or refuses. A refusal rolls back at the use case's door, so the use case may still add to it.
     *
     * @param people everybody the data is about; at least one
     * @param on the day the data is from: of the interview, of the document
     * @return what it rests on, person by person
     * @throws ConsentMissing when somebody has not said yes by that day, or not any more
     * @throws RecordClosed when somebody is blocked for another reason, and after the approval's end date
     * @throws NotFound when somebody is absent or erased
     * @throws no.tillit.project.NotApproved when the law that data was to rest on is not the sample's basis any more
     */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = Refusal.class)
    public GateAnswer require(Collection<ParticipantId> people, ConsentItem item, LocalDate on) {
        if (people.isEmpty()) {
            throw new IllegalArgumentException("The gate is asked for nobody");
        }
        Set<ConsentItem> asked = Stream.concat(Stream.of(item), item.partOf().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<ParticipantId, LegalBasis> basis = new HashMap<>();
        for (AtTheGate.Person person : atTheGate.hold(people, asked)) {
            basis.put(person.id(), basisFor(person, asked, on));
        }
        return new GateAnswer(item, on, basis);
    }

    /**
     * How the item stands for data from that day; empty when the person has not decided it. For showing, and for
     * telling what an erasure takes; nothing is let in on it, since a withdrawal does not wait for it.
     *
     * @throws NotFound when the participant is absent or erased
     */
    public Optional<ConsentState> state(ParticipantId id, ConsentItem item, LocalDate on) {
        return forms.history(participants.ref(id)).state(item, on, clock.today());
    }

    /** @param asked the item, and then the whole that it is a part of */
    private LegalBasis basisFor(AtTheGate.Person person, Set<ConsentItem> asked, LocalDate on) {
        if (clock.today().isAfter(person.endsOn())) {
            throw RecordClosed.ended();
        }
        boolean byLaw = asked.iterator().next().mayRestOn(person.legalBasis());
        if (byLaw) {
            approvals.requireBasis(person.project(), person.sample(), person.legalBasis());
        }
        asked.stream()
                .filter(each -> !each.mayRestOn(person.legalBasis()))
                .forEach(each -> requireYes(person.history(), each, on));
        if (person.state() == ParticipantState.BLOCKED) {
            throw RecordClosed.blocked();
        }
        return byLaw ? person.legalBasis() : LegalBasis.CONSENT;
    }

    private void requireYes(ConsentHistory history, ConsentItem item, LocalDate on) {
        Optional<ConsentState> state = history.state(item, on, clock.today());
        if (state.filter(ConsentState::opens).isEmpty()) {
            throw ConsentMissing.because(state.orElse(null), item, on);
        }
    }
}
