package no.tillit.consent;

import java.time.LocalDate;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What another feature needs to know of a form.
 *
 * @param evidence the document that holds the scan; null until attached
 */
public record ConsentRef(
        ConsentId id,
        ProjectId project,
        ParticipantId participant,
        LocalDate signedOn,
        @Nullable UUID evidence) {}
