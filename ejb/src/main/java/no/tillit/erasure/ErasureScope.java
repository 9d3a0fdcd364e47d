package no.tillit.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.retention.DisposalDecision;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionDecision;
import no.tillit.retention.RetentionEvent;
import no.tillit.retention.RetentionFacts;
import no.tillit.retention.RetentionPeriod;
import no.tillit.retention.RetentionRules;
import no.tillit.retention.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * What a deletion is about: one participant of a project, or all of it.
 *
 * @param participant null for every participant of the project and what belongs to none
 * @param withdrawnItems the consent items that were withdrawn, in kebab case such as {@code audio-recording}; empty
 *     when everything goes. Never filled for another cause than {@link DeletionCause#WITHDRAWAL}
 * @param since the withdrawal's or the request's day, or the last day of processing
 * @param day the day for which the retention rules are asked
 */
public record ErasureScope(
        ProjectId project,
        @Nullable ParticipantId participant,
        DeletionCause cause,
        Set<String> withdrawnItems,
        LocalDate since,
        LocalDate day) {
    public ErasureScope {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(day, "day");
        withdrawnItems = Set.copyOf(withdrawnItems);
        if (cause == DeletionCause.WITHDRAWAL && participant == null) {
            throw new IllegalArgumentException("A withdrawal is about one participant");
        }
        if (cause != DeletionCause.WITHDRAWAL && !withdrawnItems.isEmpty()) {
            throw new IllegalArgumentException("Only a withdrawal names consent items");
        }
    }

    /** What stands for the schedules that made single records due: which, is asked before. */
    private Schedule due() {
        return new Schedule(
                "due",
                0,
                RecordKind.PARTICIPANT,
                RetentionEvent.DATE,
                since,
                RetentionPeriod.NONE,
                DisposalDecision.DISPOSE,
                cause.reason().authority(),
                new Schedule.Words("", "", ""),
                true,
                null,
                null);
    }

    /** Whether everything about the participants goes, so that their keys may be destroyed too. */
    public boolean isWhole() {
        return withdrawnItems.isEmpty();
    }

    /** Whether what rests on this consent item goes. */
    public boolean covers(String consentItem) {
        return isWhole() || withdrawnItems.contains(consentItem);
    }

    /**
     * What the retention rules say about a record in this scope: a step asks this for each of its records.
     *
     * @param boundByArchiveLaw whether the record is a public body's case record, which stays
     */
    public RetentionDecision decide(boolean boundByArchiveLaw) {
        var facts = RetentionFacts.none().boundByArchiveLaw(boundByArchiveLaw);
        return RetentionRules.decide(
                switch (cause) {
                    case WITHDRAWAL -> facts.withdrawnOn(since);
                    case END_OF_PROCESSING -> facts.endingOn(since);
                    case MANUAL, REQUEST -> facts.erasureRequestedOn(since);
                    case SCHEDULE -> facts.under(List.of(due()));
                },
                day);
    }
}
