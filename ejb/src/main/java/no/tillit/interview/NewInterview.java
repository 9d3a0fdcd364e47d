package no.tillit.interview;

import java.time.LocalDate;
import java.util.List;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * An interview as somebody who held it tells of it.
 *
 * @param minutes how long it took, 1 to 480; null when nobody noted it
 * @param recorded whether its sound was recorded
 */
public record NewInterview(
        InterviewKind kind,
        LocalDate heldOn,
        List<ParticipantId> participants,
        @Nullable Integer minutes,
        boolean recorded) {
    private static final int LONGEST = 480;

    /** @throws InvalidInput when the people do not fit the kind, one is named twice, or the length is not a length */
    public NewInterview {
        participants = List.copyOf(participants);
        int people = participants.size();
        if (people < kind.fewest() || people > kind.most()) {
            throw new InvalidInput(
                    "participants-out-of-range",
                    "participants",
                    kind == InterviewKind.INDIVIDUAL
                            ? "An individual interview has one participant."
                            : "A focus group has two to four participants.");
        }
        if (participants.stream().distinct().count() < people) {
            throw new InvalidInput("participant-twice", "participants", "Name each participant once.");
        }
        if (minutes != null && (minutes < 1 || minutes > LONGEST)) {
            throw new InvalidInput("minutes-out-of-range", "minutes", "Give the length as 1 to 480 minutes.");
        }
    }

    /**
     * The same, from values that may be missing.
     *
     * @throws InvalidInput naming the missing one
     */
    public static NewInterview of(
            @Nullable InterviewKind kind,
            @Nullable LocalDate heldOn,
            @Nullable List<ParticipantId> participants,
            @Nullable Integer minutes,
            @Nullable Boolean recorded) {
        if (kind == null) {
            throw new InvalidInput("missing", "kind", "Say whether it was an individual interview or a focus group.");
        }
        if (heldOn == null) {
            throw new InvalidInput("missing", "heldOn", "Give the day on which the interview was held.");
        }
        if (participants == null || participants.stream().anyMatch(p -> p == null)) {
            throw new InvalidInput("missing", "participants", "Name who took part.");
        }
        return new NewInterview(kind, heldOn, participants, minutes, Boolean.TRUE.equals(recorded));
    }
}
