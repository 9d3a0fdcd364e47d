package no.tillit.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.tillit.access.RecordState;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.internal.Participant;
import no.tillit.participant.internal.ParticipantRecords;

/**
 * Participants as the features above see them. Somebody who was erased is not found here.
 *
 * <p>Does not ask for permission: the use case that calls has done so.
 */
@ApplicationScoped
public class Participants {
    /** In which all lock, lest two wait for each other: by id as written, which is the database's order. */
    public static final Comparator<ParticipantId> LOCKING_ORDER =
            Comparator.comparing(id -> id.value().toString());

    @Inject
    private ParticipantRecords records;

    /** @throws NotFound when there is no such participant, or no more */
    public ParticipantRef ref(ParticipantId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** The participant, unless absent or erased. */
    public Optional<ParticipantRef> find(ParticipantId id) {
        return records.find(id).map(Participant::toRef);
    }

    /** The project's participant of this name, unless absent or erased. */
    public Optional<ParticipantRef> named(ProjectId project, Pseudonym pseudonym) {
        return records.find(project, pseudonym).map(Participant::toRef);
    }

    /** Those of them who are there, by id; pages ask outside of transactions, where the database would show nobody. */
    @Transactional
    public Map<ParticipantId, ParticipantRef> refs(Collection<ParticipantId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return records.find(ids).stream()
                .map(Participant::toRef)
                .collect(Collectors.toMap(ParticipantRef::id, Function.identity()));
    }

    /**
     * The participants as they are now; until the transaction ends nobody can block, withdraw or erase them.
     *
     * @return in {@link #LOCKING_ORDER}
     * @throws NotFound when one of them is absent or erased
     */
    public List<ParticipantRef> holdForUse(Collection<ParticipantId> ids) {
        var ordered = new TreeSet<>(LOCKING_ORDER);
        ordered.addAll(ids);
        return ordered.stream()
                .map(id -> held(id, LockModeType.PESSIMISTIC_READ))
                .toList();
    }

    /**
     * How what is about all of them stands now; until the transaction ends nobody can block, withdraw or erase them.
     * Nothing stands against what is about nobody.
     */
    public RecordState stateForUse(Collection<ParticipantId> ids) {
        try {
            return holdForUse(ids).stream().anyMatch(someone -> someone.state() == ParticipantState.BLOCKED)
                    ? RecordState.BLOCKED
                    : RecordState.OPEN;
        } catch (NotFound erased) {
            return RecordState.ERASED;
        }
    }

    /**
     * The participant as it is now; until the transaction ends nobody else can hold it, for use or for change.
     *
     * @throws NotFound when absent or erased
     */
    public ParticipantRef holdForChange(ParticipantId id) {
        return held(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** From now on nothing of the participant is read or added. The first reason stands. */
    public void block(ParticipantId id, BlockReason reason, Clock clock) {
        records.lock(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFound::new)
                .block(reason, clock.now());
    }

    private ParticipantRef held(ParticipantId id, LockModeType mode) {
        return records.lock(id, mode)
                .filter(p -> p.state() != ParticipantState.ERASED)
                .map(Participant::toRef)
                .orElseThrow(NotFound::new);
    }
}
