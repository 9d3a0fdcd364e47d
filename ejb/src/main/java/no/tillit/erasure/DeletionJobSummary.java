package no.tillit.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A job as a list shows it.
 *
 * @param withdrawnItems the consent items withdrawn, sorted; empty when everything goes
 * @param since the day of the withdrawal or request, or the last day of processing
 * @param version which version of the preview this is, from 1; approval names it
 * @param proposedBy user name, or {@code system}
 * @param presentedBy who answers for the preview: the proposer, or who took up what the system proposed
 * @param decidedRole the role in which it was decided, as it was at that moment
 * @param refusalReason why it was refused, in the words of who refused; gone when the person has been erased
 * @param runsAt the end of the cooling period, until which it can be stopped; null when there is none
 * @param pausedAt since when its run pauses; null while it does not
 * @param stoppedBy who stopped it within the cooling period
 * @param endedAt when it was completed or partly failed
 * @param request what the participant asked; null for another cause
 */
public record DeletionJobSummary(
        DeletionJobId id,
        ProjectId project,
        @Nullable ParticipantId participant,
        DeletionCause cause,
        List<String> withdrawnItems,
        LocalDate since,
        DeletionState state,
        int version,
        String proposedBy,
        Instant proposedAt,
        @Nullable String presentedBy,
        @Nullable Instant presentedAt,
        @Nullable String decidedBy,
        @Nullable String decidedRole,
        @Nullable Instant decidedAt,
        @Nullable String refusalReason,
        @Nullable Instant runsAt,
        @Nullable Instant pausedAt,
        @Nullable String stoppedBy,
        @Nullable Instant stoppedAt,
        @Nullable Instant endedAt,
        @Nullable ErasureRequest request) {
    public DeletionJobSummary {
        withdrawnItems = List.copyOf(withdrawnItems);
    }
}
