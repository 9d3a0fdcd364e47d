package no.tillit.document;

import java.time.Instant;
import java.time.LocalDate;
import no.tillit.project.LegalBasis;
import no.tillit.retention.Fate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document besides what it says.
 *
 * @param readable whether the reader may open its content now
 * @param hasText whether text was found in it
 * @param textCut whether there was more text than is kept
 * @param pages how many, when the format has pages
 * @param seconds how long it plays, when it is sound and tells
 * @param restrictedAt since when its content is closed to everyone
 * @param basis what allows the processing: the person's consent, or the law it rests on instead (GDPR Art 6); null when it is
 *     about nobody
 * @param disposalDate the last day on which it may be kept; null when archive law keeps it, or it is about nobody
 * @param fate what becomes of it, when and why; its text and previews share it
 */
public record DocumentDetails(
        DocumentSummary summary,
        boolean readable,
        boolean hasText,
        boolean textCut,
        @Nullable Integer pages,
        @Nullable Integer seconds,
        @Nullable Instant restrictedAt,
        @Nullable LegalBasis basis,
        @Nullable LocalDate disposalDate,
        @Nullable Fate fate) {}
