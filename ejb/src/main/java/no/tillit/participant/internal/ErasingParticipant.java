package no.tillit.participant.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ArchiveBinding;

/** A participant goes last and leaves a tombstone; one of whom archive law keeps a record stays (O-22). */
@ApplicationScoped
public class ErasingParticipant implements ErasureStep {
    @Inject
    private ParticipantRecords participants;

    @Inject
    private Instance<ArchiveBinding> bindings;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return "participant";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        if (!scope.isWhole()) {
            return Stream.empty();
        }
        List<Predicate<ParticipantId>> bound = bindings.stream()
                .map(binding -> binding.in(scope.project(), scope.participant()))
                .toList();
        return participants
                .in(scope.project(), scope.participant())
                .map(id -> item(scope, new ParticipantId(id), bound));
    }

    @Override
    public boolean erase(ErasureItem item) {
        return !eraseAll(List.of(item)).isEmpty();
    }

    @Override
    public Set<ErasureItem> eraseAll(List<ErasureItem> items) {
        return ErasureItem.of(items, participants.erase(ErasureItem.records(items), clock.now()));
    }

    @Override
    public long remaining(ErasureScope scope) {
        return scope.isWhole() ? participants.count(scope.project(), scope.participant()) : 0;
    }

    private ErasureItem item(ErasureScope scope, ParticipantId id, List<Predicate<ParticipantId>> bound) {
        return ErasureItem.row(
                kind(), id.value(), id, scope.decide(bound.stream().anyMatch(each -> each.test(id))));
    }
}
