package no.tillit.api.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import no.tillit.document.DocumentDetails;
import no.tillit.document.DocumentSummary;
import org.jspecify.annotations.Nullable;

/** A document's details with the fields of its summary beside them. */
public record DocumentView(
        @JsonUnwrapped DocumentSummary summary,
        boolean readable,
        boolean hasText,
        boolean textCut,
        @Nullable Integer pages,
        @Nullable Integer seconds,
        @Nullable Instant restrictedAt,
        @Nullable LocalDate disposalDate) {
    static DocumentView of(DocumentDetails details) {
        return new DocumentView(
                details.summary(),
                details.readable(),
                details.hasText(),
                details.textCut(),
                details.pages(),
                details.seconds(),
                details.restrictedAt(),
                details.disposalDate());
    }
}
