package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.NewDeletion;
import no.tillit.erasure.Withdrawals;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.retention.EndDates;

/** What a deletion is about, as the facts stand today: what is withdrawn, and when the project ends. */
@ApplicationScoped
public class Scopes {
    @Inject
    private Instance<EndDates> endDates;

    @Inject
    private Instance<Withdrawals> withdrawals;

    @Inject
    private HoldingBack holdingBack;

    @Inject
    private Clock clock;

    /**
     * The scope of a new deletion.
     *
     * @throws NotFound when there is no such project
     * @throws Conflict when nothing is withdrawn, or the project has not ended
     */
    public ErasureScope of(NewDeletion wanted) {
        LocalDate lastDay = lastDayOf(wanted.project()).orElseThrow(NotFound::new);
        return switch (wanted.cause()) {
            case WITHDRAWAL ->
                withdrawal(wanted)
                        .orElseThrow(() -> new Conflict(
                                "nothing-withdrawn", "This participant has not withdrawn anything in this project."));
            case END_OF_PROCESSING -> {
                if (!clock.today().isAfter(lastDay)) {
                    throw new Conflict(
                            "processing-not-ended", "The approval's end date has not passed. Nothing has to go yet.");
                }
                yield scope(wanted, Set.of(), lastDay);
            }
            case MANUAL -> scope(wanted, Set.of(), clock.today());
            case REQUEST -> scope(wanted, Set.of(), received(wanted));
            case SCHEDULE -> due(wanted);
        };
    }

    private LocalDate received(NewDeletion wanted) {
        LocalDate day = wanted.receivedOn();
        if (day == null) {
            throw new InvalidInput("missing", "receivedOn", "Say on which day the request was received.");
        }
        if (day.isAfter(clock.today())) {
            throw new InvalidInput("date-in-future", "receivedOn", "A request cannot be received later than today.");
        }
        return day;
    }

    private ErasureScope due(NewDeletion wanted) {
        holdingBack.prepare(wanted.project());
        return scope(wanted, Set.of(), holdingBack.dueSince(wanted.project(), clock.today()));
    }

    /** The scope of a job that is there; empty when its cause has gone away since. */
    public Optional<ErasureScope> of(DeletionJobSummary job) {
        NewDeletion wanted = new NewDeletion(job.project(), job.participant(), job.cause());
        return switch (job.cause()) {
            case WITHDRAWAL -> withdrawal(wanted);
            case END_OF_PROCESSING ->
                lastDayOf(job.project())
                        .filter(lastDay -> clock.today().isAfter(lastDay))
                        .map(lastDay -> scope(wanted, Set.of(), lastDay));
            case MANUAL, REQUEST -> Optional.of(scope(wanted, Set.of(), job.since()));
            case SCHEDULE -> Optional.of(due(wanted));
        };
    }

    /** The scope that was approved, whatever the facts are now. */
    public ErasureScope approved(DeletionJobSummary job) {
        NewDeletion wanted = new NewDeletion(job.project(), job.participant(), job.cause());
        return scope(wanted, Set.copyOf(job.withdrawnItems()), job.since());
    }

    private Optional<LocalDate> lastDayOf(ProjectId project) {
        return endDates.stream().flatMap(e -> e.lastDayOf(project).stream()).findFirst();
    }

    private Optional<ErasureScope> withdrawal(NewDeletion wanted) {
        ParticipantId participant = Objects.requireNonNull(wanted.participant());
        return withdrawals.stream()
                .flatMap(source -> source.of(participant).stream())
                .findFirst()
                .map(withdrawal -> scope(wanted, withdrawal.items(), withdrawal.on()));
    }

    private ErasureScope scope(NewDeletion wanted, Set<String> items, LocalDate since) {
        return new ErasureScope(wanted.project(), wanted.participant(), wanted.cause(), items, since, clock.today());
    }
}
