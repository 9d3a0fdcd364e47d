package no.tillit.erasure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/** A kind of record that a test keeps: what the scope covers goes, what archive law binds stays. */
final class Records implements ErasureStep {
    /** One record, resting on a consent item. */
    record Kept(UUID id, @Nullable ParticipantId participant, String item, boolean bound, Reach reach) {}

    private final String kind;
    private final int order;
    private final List<Kept> kept = new ArrayList<>();
    private final Set<UUID> stuck = new HashSet<>();
    private final Set<UUID> pretended = new HashSet<>();

    private int calls;

    Records(String kind, int order) {
        this.kind = kind;
        this.order = order;
    }

    UUID keep(@Nullable ParticipantId participant, String item) {
        return keep(new Kept(UUID.randomUUID(), participant, item, false, Reach.OWN));
    }

    UUID keepBound(ParticipantId participant) {
        return keep(new Kept(UUID.randomUUID(), participant, "case", true, Reach.OWN));
    }

    UUID keepOfGroup(ParticipantId participant, String item, Reach reach) {
        return keep(new Kept(UUID.randomUUID(), participant, item, false, reach));
    }

    UUID keep(Kept record) {
        kept.add(record);
        return record.id();
    }

    /** Erasing this record throws. */
    void stick(UUID record) {
        stuck.add(record);
    }

    /** Erasing this record says it is done and leaves it there. */
    void pretend(UUID record) {
        pretended.add(record);
    }

    void loosen() {
        stuck.clear();
        pretended.clear();
    }

    boolean has(UUID record) {
        return kept.stream().anyMatch(k -> k.id().equals(record));
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        return List.copyOf(kept).stream()
                .filter(k -> covers(scope, k))
                .map(k -> new ErasureItem(
                        kind, k.id(), k.participant(), 2, 100, scope.decide(k.bound()), k.reach(), "ab".repeat(32)));
    }

    /** How often something was asked to go. */
    int calls() {
        return calls;
    }

    @Override
    public Set<ErasureItem> eraseAll(List<ErasureItem> items) {
        calls++;
        return ErasureStep.super.eraseAll(items);
    }

    @Override
    public boolean erase(ErasureItem item) {
        if (stuck.contains(item.record())) {
            throw new IllegalStateException("the disk is stuck");
        }
        return pretended.contains(item.record()) || kept.removeIf(k -> k.id().equals(item.record()));
    }

    @Override
    public long remaining(ErasureScope scope) {
        return kept.stream().filter(k -> covers(scope, k)).count();
    }

    private static boolean covers(ErasureScope scope, Kept record) {
        return (scope.participant() == null || scope.participant().equals(record.participant()))
                && scope.covers(record.item());
    }
}
