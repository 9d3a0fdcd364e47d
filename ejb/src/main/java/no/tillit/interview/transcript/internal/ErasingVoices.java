package no.tillit.interview.transcript.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.tillit.consent.ConsentItem;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.interview.internal.ClosedInterviews;

/** What a person said goes; what the others in the group said stays (O-13). The interviewer's part goes with the interview. */
@ApplicationScoped
public class ErasingVoices implements ErasureStep {
    @Inject
    private Voices voices;

    @Inject
    private ClosedInterviews closed;

    @Override
    public String kind() {
        return "spoken-part";
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        return scope.covers(ConsentItem.INTERVIEW.code())
                ? voices.in(scope.project(), scope.participant())
                        .filter(line -> closed.isClosed(line.heldOn(), scope))
                        .map(line -> ErasureItem.row(kind(), line.id(), line.participant(), scope.decide(false)))
                : Stream.empty();
    }

    @Override
    public boolean erase(ErasureItem item) {
        return !eraseAll(List.of(item)).isEmpty();
    }

    @Override
    public Set<ErasureItem> eraseAll(List<ErasureItem> items) {
        return ErasureItem.of(items, voices.remove(ErasureItem.records(items)));
    }

    @Override
    public long remaining(ErasureScope scope) {
        if (!scope.covers(ConsentItem.INTERVIEW.code())) {
            return 0;
        }
        return scope.isWhole()
                ? voices.countRows(scope.project(), scope.participant())
                : inventory(scope).count();
    }
}
