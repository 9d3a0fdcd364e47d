package no.tillit.interview.transcript;

import java.util.Objects;
import java.util.UUID;
import no.tillit.document.DocumentId;

/** A divided transcript: has the id of the file it was divided from, also when that file is gone. */
public record TranscriptId(UUID value) {
    public TranscriptId {
        Objects.requireNonNull(value, "value");
    }

    /** The transcript that comes of dividing this file. */
    public static TranscriptId of(DocumentId document) {
        return new TranscriptId(document.value());
    }
}
