package no.tillit.interview.transcript;

import java.time.LocalDate;
import java.util.List;
import no.tillit.interview.InterviewId;
import org.jspecify.annotations.Nullable;

/**
 * A transcript by speaker, as much of it as may be read.
 *
 * @param turns in the order in which they were said; what may not be read any more stands as a gap
 * @param gaps how many of them are gaps
 */
public record DividedTranscript(
        TranscriptId id, InterviewId interview, LocalDate heldOn, List<Passage> turns, int gaps) {
    public DividedTranscript {
        turns = List.copyOf(turns);
    }

    /**
     * What somebody said in one go; or the place where somebody said something who has left.
     *
     * @param speaker the pseudonym; null for the interviewer, and in a gap
     * @param at when, as the file tells it, such as {@code 00:12:07}; null when it does not
     * @param text null in a gap
     */
    public record Passage(
            @Nullable String speaker,
            @Nullable String at,
            @Nullable String text) {
        /** The place where somebody said something who has left. */
        public static Passage gap() {
            return new Passage(null, null, null);
        }

        /** Whether what was said here may not be read any more. */
        public boolean isGap() {
            return text == null;
        }
    }
}
