package no.tillit.document;

import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a project are asked for; null asks for all.
 *
 * @param pseudonym part of the pseudonym of somebody it is about
 * @param attachedTo an interview, participant or consent
 * @param about somebody it is about
 */
public record DocumentFilter(
        @Nullable DocumentType type,
        @Nullable DocumentState state,
        @Nullable String pseudonym,
        @Nullable UUID attachedTo,
        @Nullable ParticipantId about) {
    /** All of them. */
    public static final DocumentFilter ALL = new DocumentFilter(null, null, null, null, null);

    public DocumentFilter {
        pseudonym = PlainText.optional("q", pseudonym, 100);
    }

    /** Those that hang on this. */
    public static DocumentFilter on(UUID attachedTo) {
        return new DocumentFilter(null, null, null, attachedTo, null);
    }
}
