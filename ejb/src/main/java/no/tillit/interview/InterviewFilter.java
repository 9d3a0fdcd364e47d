package no.tillit.interview;

import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Which interviews of a project are asked for; null asks for all.
 *
 * @param pseudonym part of the pseudonym of somebody who took part
 * @param participant somebody who took part
 */
public record InterviewFilter(
        @Nullable InterviewKind kind,
        @Nullable InterviewState state,
        @Nullable String pseudonym,
        @Nullable ParticipantId participant) {
    /** All of them. */
    public static final InterviewFilter ALL = new InterviewFilter(null, null, null, null);

    public InterviewFilter {
        pseudonym = PlainText.optional("q", pseudonym, 40);
    }
}
