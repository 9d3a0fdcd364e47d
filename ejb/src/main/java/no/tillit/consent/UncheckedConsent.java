package no.tillit.consent;

import java.time.Instant;
import java.time.LocalDate;
import no.tillit.kernel.ParticipantId;

/**
 * A form on paper that waits for a second person.
 *
 * @param scanned whether there is a scan to check it by
 * @param own whether the caller recorded it, so that somebody else has to check it
 */
public record UncheckedConsent(
        ConsentId id,
        ParticipantId participant,
        String pseudonym,
        LocalDate signedOn,
        Instant capturedAt,
        String capturedBy,
        boolean scanned,
        boolean own) {}
