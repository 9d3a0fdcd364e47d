package no.tillit.interview.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.tillit.consent.ConsentItem;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.interview.InterviewId;
import no.tillit.kernel.ParticipantId;

/**
 * Somebody who is erased leaves the interviews they took part in; an interview that nobody is left in goes. The others' part
 * stays (O-13). When only some items were withdrawn, it is the interviews for whose day the consent does not stand any more:
 * those held under a newer one stay (O-06).
 */
@ApplicationScoped
public class ErasingInterviews implements ErasureStep {
    @Inject
    private Interviews interviews;

    @Inject
    private ClosedInterviews closed;

    @Override
    public String kind() {
        return "interview";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        return concerns(scope)
                ? interviews
                        .in(scope.project(), scope.participant())
                        .filter(i -> closed.isClosed(i.heldOn(), scope))
                        .map(i -> ErasureItem.row(kind(), i.id().value(), scope.participant(), scope.decide(false)))
                : Stream.empty();
    }

    @Override
    public boolean erase(ErasureItem item) {
        Optional<Interview> found = interviews.hold(new InterviewId(item.record()));
        if (found.isEmpty()) {
            return false;
        }
        Interview interview = found.get();
        boolean left = item.participant() == null || interview.leave(item.participant());
        if (item.participant() == null || interview.isEmpty()) {
            interviews.remove(interview);
        } else {
            interviews.flush();
        }
        return left;
    }

    /** When they go whatever becomes of those who took part, they go together; whoever leaves one leaves it by itself. */
    @Override
    public Set<ErasureItem> eraseAll(List<ErasureItem> items) {
        if (items.stream().anyMatch(item -> item.participant() != null)) {
            return ErasureStep.super.eraseAll(items);
        }
        return ErasureItem.of(items, interviews.remove(ErasureItem.records(items)));
    }

    @Override
    public long remaining(ErasureScope scope) {
        if (!concerns(scope)) {
            return 0;
        }
        ParticipantId participant = scope.participant();
        return scope.isWhole() || participant == null
                ? interviews.countRows(scope.project(), participant)
                : interviews.daysOf(participant).stream()
                        .filter(day -> closed.isClosed(day, scope))
                        .count();
    }

    private static boolean concerns(ErasureScope scope) {
        return scope.covers(ConsentItem.INTERVIEW.code());
    }
}
