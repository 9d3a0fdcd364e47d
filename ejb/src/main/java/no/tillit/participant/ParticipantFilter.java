package no.tillit.participant;

import java.util.UUID;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Which participants of a project are asked for; a null asks for all.
 *
 * @param text any part of a pseudonym
 */
public record ParticipantFilter(
        @Nullable ParticipantState state,
        @Nullable UUID sampleId,
        @Nullable String text) {
    /** Everybody. */
    public static final ParticipantFilter ALL = new ParticipantFilter(null, null, null);

    public ParticipantFilter {
        text = PlainText.optional("q", text, 40);
    }
}
