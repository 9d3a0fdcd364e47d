package no.tillit.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * One interview, without anything that was said.
 *
 * @param participants who took part and has not been erased, by pseudonym
 * @param confidentiality whether somebody who took part has a duty of confidentiality and must not speak of third persons:
 *     remind them before it starts, and look for it in what was written down (O-11)
 */
public record InterviewSummary(
        InterviewId id,
        ProjectId project,
        InterviewKind kind,
        InterviewState state,
        LocalDate heldOn,
        @Nullable Integer minutes,
        boolean recorded,
        List<Person> participants,
        boolean confidentiality,
        Instant createdAt,
        String createdBy) {
    public InterviewSummary {
        participants = List.copyOf(participants);
    }

    /** Somebody who took part. */
    public record Person(ParticipantId id, String pseudonym) {}
}
