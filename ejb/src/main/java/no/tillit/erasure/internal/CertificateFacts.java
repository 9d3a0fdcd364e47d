package no.tillit.erasure.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionLine;
import no.tillit.erasure.ManualStep;
import no.tillit.erasure.RecipientsToTell.Unconfirmed;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says. The participant in {@code job} is not part of it.
 *
 * @param title the project's name and its approval's reference
 * @param manualSteps what was done by hand; where it was is not printed
 * @param checkValues the key check values to print
 * @param hashes the checksums to print
 * @param verified where the log says that everything was looked for again
 * @param erasedBefore how many records another deletion had erased already
 * @param unconfirmed recipients who have not confirmed that they were told
 * @param failed how many records could not be erased: none, or there would be no certificate
 * @param backupsUnreadableFrom the day from which no backup of a destroyed key exists
 * @param projectKey check value of the project's own key; null when it was not destroyed
 */
record CertificateFacts(
        DeletionJobSummary job,
        @Nullable String title,
        Instant completedAt,
        List<DeletionLine> lines,
        List<ManualStep> manualSteps,
        Listed checkValues,
        Listed hashes,
        ErasureRegister.Evidence register,
        LogEvidence.Entry verified,
        List<Unconfirmed> unconfirmed,
        long failed,
        long erasedBefore,
        LocalDate backupsUnreadableFrom,
        @Nullable String projectKey) {
    /**
     * The first values of a list, how many it has, and a digest over all of them, one a line.
     *
     * @param digest SHA-256 in hex
     */
    record Listed(List<String> first, long count, String digest) {}
}
