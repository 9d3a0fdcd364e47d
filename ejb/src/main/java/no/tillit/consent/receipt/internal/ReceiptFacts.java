package no.tillit.consent.receipt.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentState;
import no.tillit.consent.EndedBy;
import no.tillit.consent.ItemKind;
import no.tillit.project.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says, whatever standard writes it.
 *
 * @param at when the receipt was made
 * @param form the code of the version that was answered; null for a form that was not made here
 * @param points the items in the order of the form
 */
public record ReceiptFacts(
        UUID id,
        Instant at,
        String pseudonym,
        String project,
        String controller,
        LocalDate projectEnds,
        String language,
        LocalDate signedOn,
        Instant capturedAt,
        CaptureMethod method,
        ConsentState state,
        @Nullable String form,
        List<Point> points) {
    public ReceiptFacts {
        points = List.copyOf(points);
    }

    /**
     * One item as it stands.
     *
     * @param code tells it from the others
     * @param label the words that were answered
     * @param purpose why; empty when the form is not made here
     * @param counterpart with whom, or with which source; null when there is nobody
     * @param endedAt when it was taken back or revoked; null otherwise
     * @param lastDay of a yes
     */
    public record Point(
            String code,
            ItemKind kind,
            String label,
            String purpose,
            Set<DataCategory> categories,
            @Nullable String counterpart,
            ConsentState state,
            @Nullable Instant endedAt,
            @Nullable EndedBy endedBy,
            LocalDate lastDay) {
        public Point {
            categories = Set.copyOf(categories);
        }
    }
}
