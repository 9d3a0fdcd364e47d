package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import no.tillit.erasure.ErasureStep;

/** The steps that the features contribute, in their order. */
@ApplicationScoped
public class ErasureSteps {
    @Inject
    @Any
    private Instance<ErasureStep> contributed;

    /** @throws IllegalStateException when two features contribute the same kind */
    public List<ErasureStep> inOrder() {
        List<ErasureStep> inOrder = contributed.stream()
                .sorted(Comparator.comparingInt(ErasureStep::order).thenComparing(ErasureStep::kind))
                .toList();
        if (inOrder.stream().map(ErasureStep::kind).distinct().count() != inOrder.size()) {
            throw new IllegalStateException("Two erasure steps have the same kind");
        }
        return inOrder;
    }

    /** The kinds of which an older copy may hold something under another key than its person's. */
    public List<String> kindsThatMayLieElsewhere() {
        return inOrder().stream()
                .filter(ErasureStep::mayLieElsewhere)
                .map(ErasureStep::kind)
                .toList();
    }

    /** @throws IllegalStateException when no feature erases this kind any more */
    public ErasureStep forKind(String kind) {
        return inOrder().stream()
                .filter(step -> step.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No erasure step for " + kind));
    }
}
