package no.tillit.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * One form, with how each of its items stands today.
 *
 * @param state of the form as a whole: given while any item is, withdrawn when its last one was
 * @param evidence the document that holds the scan; null until attached
 * @param verdict what was found about the form last; null while nobody has looked
 * @param version of the template that was signed; null for a form that was not made here
 */
public record ConsentSummary(
        ConsentId id,
        ParticipantId participant,
        LocalDate signedOn,
        CaptureMethod method,
        String language,
        @Nullable String formReference,
        ConsentState state,
        List<ItemState> items,
        Instant capturedAt,
        String capturedBy,
        @Nullable UUID evidence,
        @Nullable Verdict verdict,
        @Nullable TemplateVersionId version) {
    public ConsentSummary {
        items = List.copyOf(items);
    }
}
