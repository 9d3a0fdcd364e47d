package no.tillit.erasure.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionLine;
import no.tillit.erasure.ManualStep;

/**
 * What a certificate says. The participant in {@code job} is not part of it.
 *
 * @param manualSteps what was done by hand; where it was is not printed
 * @param checkValues the key check values to print
 * @param hashes the checksums to print
 * @param auditEntry number of the audit entry that records the completion
 * @param backupsUnreadableFrom the day from which no backup of a destroyed key exists
 */
record CertificateFacts(
        DeletionJobSummary job,
        Instant completedAt,
        List<DeletionLine> lines,
        List<ManualStep> manualSteps,
        Listed checkValues,
        Listed hashes,
        ErasureRegister.Evidence register,
        long auditEntry,
        LocalDate backupsUnreadableFrom) {
    /**
     * The first values of a list, how many it has, and a digest over all of them, one a line.
     *
     * @param digest SHA-256 in hex
     */
    record Listed(List<String> first, long count, String digest) {}
}
