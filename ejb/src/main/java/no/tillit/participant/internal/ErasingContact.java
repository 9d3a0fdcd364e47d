package no.tillit.participant.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.kernel.ParticipantId;

/** The contact register forgets a participant when everything about them goes; archive law keeps nothing in it. */
@ApplicationScoped
public class ErasingContact implements ErasureStep {
    @Inject
    private Contacts contacts;

    @Override
    public String kind() {
        return "contact";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        return scope.isWhole()
                ? contacts.in(scope.project(), scope.participant())
                        .map(id -> ErasureItem.row(kind(), id, new ParticipantId(id), scope.decide(false)))
                : Stream.empty();
    }

    @Override
    public boolean erase(ErasureItem item) {
        return !eraseAll(List.of(item)).isEmpty();
    }

    @Override
    public Set<ErasureItem> eraseAll(List<ErasureItem> items) {
        return ErasureItem.of(items, contacts.remove(ErasureItem.records(items)));
    }

    @Override
    public long remaining(ErasureScope scope) {
        return scope.isWhole() ? contacts.count(scope.project(), scope.participant()) : 0;
    }
}
