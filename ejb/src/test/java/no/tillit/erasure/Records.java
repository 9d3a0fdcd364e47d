package no.tillit.erasure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.tillit.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/** A kind of record that a test keeps: what the scope covers goes, what archive law binds stays. */
final class Records implements ErasureStep {
    /** One record, resting on a consent item. */
    record Kept(UUID id, @Nullable ParticipantId participant, String item, boolean bound, Reach reach) {}

    private final String kind;
    private final int order;
    private final Map<UUID, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<UUID> stuck = new HashSet<>();
    private final Set<UUID> pretended = new HashSet<>();

    /** What went, in that order. */
    final List<UUID> went = Collections.synchronizedList(new ArrayList<>());

    private volatile Consumer<ErasureItem> before = item -> {};
    private final AtomicInteger calls = new AtomicInteger();

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
        kept.put(record.id(), record);
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

    /** What happens before each of them goes. */
    void before(Consumer<ErasureItem> happens) {
        before = happens;
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    private List<Kept> all() {
        synchronized (kept) {
            return List.copyOf(kept.values());
        }
    }

    boolean has(UUID record) {
        return kept.containsKey(record);
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
        return all().stream()
                .filter(k -> covers(scope, k))
                .map(k -> new ErasureItem(
                        kind, k.id(), k.participant(), 2, 100, scope.decide(k.bound()), k.reach(), "ab".repeat(32)));
    }

    /** How often something was asked to go. */
    int calls() {
        return calls.get();
    }

    @Override
    public Set<ErasureItem> eraseAll(List<ErasureItem> items) {
        calls.incrementAndGet();
        return ErasureStep.super.eraseAll(items);
    }

    @Override
    public boolean erase(ErasureItem item) {
        if (stuck.contains(item.record())) {
            throw new IllegalStateException("the disk is stuck");
        }
        before.accept(item);
        boolean gone = pretended.contains(item.record()) || kept.remove(item.record()) != null;
        if (gone) {
            went.add(item.record());
        }
        return gone;
    }

    @Override
    public long remaining(ErasureScope scope) {
        return all().stream().filter(k -> covers(scope, k)).count();
    }

    private static boolean covers(ErasureScope scope, Kept record) {
        return (scope.participant() == null || scope.participant().equals(record.participant()))
                && scope.covers(record.item());
    }
}
