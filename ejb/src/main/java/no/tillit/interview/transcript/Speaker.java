package no.tillit.interview.transcript;

import java.util.Objects;
import no.tillit.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks under a label.
 *
 * @param participant who it is; null unless it is a {@link SpeakerKind#PARTICIPANT}
 */
public record Speaker(SpeakerKind kind, @Nullable ParticipantId participant) {
    public Speaker {
        Objects.requireNonNull(kind, "kind");
        if ((kind == SpeakerKind.PARTICIPANT) != (participant != null)) {
            throw new IllegalArgumentException("A participant is named, and nobody else");
        }
    }

    public static Speaker participant(ParticipantId who) {
        return new Speaker(SpeakerKind.PARTICIPANT, who);
    }

    public static Speaker interviewer() {
        return new Speaker(SpeakerKind.INTERVIEWER, null);
    }

    public static Speaker nobody() {
        return new Speaker(SpeakerKind.NOBODY, null);
    }
}
