package no.tillit.consent.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.EndedBy;
import org.jspecify.annotations.Nullable;

/**
 * One item of one form.
 *
 * @param code of the item in its version, such as {@code share-plan/housing/nav}
 * @param answer what was said on the form
 * @param state how it stands on this form today
 * @param template the name of the template; null for a form that was not made here
 * @param versionNumber of the version; null as above
 * @param versionCode that stands on the paper; null as above
 * @param formReference what a form from elsewhere is called; null otherwise
 * @param lastDay of a yes by the period agreed to; null when only the project's end limits it
 * @param endedAt when it was taken back or revoked; null otherwise
 * @param endedBy who took it back; null otherwise
 * @param checked what a second person found: {@code passed} or the reason in kebab case; null while nobody has looked
 * @param evidence the document that proves it; null while there is none
 */
public record FormLine(
        String pseudonym,
        ConsentId consent,
        ConsentItem item,
        String code,
        boolean answer,
        ConsentState state,
        LocalDate signedOn,
        CaptureMethod method,
        String language,
        @Nullable String template,
        @Nullable Integer versionNumber,
        @Nullable String versionCode,
        @Nullable String formReference,
        Instant capturedAt,
        String capturedBy,
        @Nullable LocalDate lastDay,
        @Nullable Instant endedAt,
        @Nullable EndedBy endedBy,
        @Nullable String checked,
        @Nullable UUID evidence) {}
