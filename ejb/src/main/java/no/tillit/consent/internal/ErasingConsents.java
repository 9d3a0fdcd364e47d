package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.Reach;
import no.tillit.kernel.ParticipantId;

/**
 * A person's forms and withdrawals go when everything about the person goes. While something is held, they are held too: they show
 * what it rests on (GDPR Art 7(1)).
 */
@ApplicationScoped
public class ErasingConsents implements ErasureStep {
    @Inject
    private ConsentForms forms;

    @Override
    public String kind() {
        return "consent";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        return scope.isWhole()
                ? forms.peopleIn(scope.project(), scope.participant()).map(one -> item(scope, one))
                : Stream.empty();
    }

    @Override
    public boolean erase(ErasureItem item) {
        return !eraseAll(List.of(item)).isEmpty();
    }

    @Override
    public Set<ErasureItem> eraseAll(List<ErasureItem> items) {
        return ErasureItem.of(items, forms.removeAllOf(ErasureItem.records(items)));
    }

    @Override
    public long remaining(ErasureScope scope) {
        return scope.isWhole() ? forms.countPeopleIn(scope.project(), scope.participant()) : 0;
    }

    private ErasureItem item(ErasureScope scope, ConsentForms.Held held) {
        ParticipantId who = held.participant();
        return new ErasureItem(kind(), who.value(), who, held.parts(), 0, scope.decide(false), Reach.OWN, null);
    }
}
