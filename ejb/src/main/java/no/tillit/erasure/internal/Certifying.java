package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.StoredCertificate;
import no.tillit.erasure.internal.CertificateFacts.Listed;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Rows;
import no.tillit.paper.Paper;
import no.tillit.retention.EndDates;
import no.tillit.seal.Sealing;
import no.tillit.seal.Sealing.Timestamp;

/** A completed deletion has a certificate: what went, why, who decided, how it was verified, and nothing about whom. */
@ApplicationScoped
public class Certifying {
    private static final int PRINTED = 40;

    @Inject
    private Rows rows;

    @Inject
    private Previews previews;

    @Inject
    private ManualSteps manualSteps;

    @Inject
    private DeletionItems items;

    @Inject
    private Recipients recipients;

    @Inject
    private Instance<EndDates> titles;

    @Inject
    private KeyBackups backups;

    @Inject
    private ErasureRegister register;

    @Inject
    private Certificates certificates;

    @Inject
    private EndingProject endingProject;

    @Inject
    private Clock clock;

    @Inject
    private Sealing sealing;

    /**
     * Makes, seals and files the certificate of a completed job, or fails: what is not sealed is not filed.
     *
     * @throws no.tillit.seal.SealUnavailable when it cannot be sealed now
     */
    public void certify(DeletionJobSummary job, LogEvidence.Entry verified) {
        var now = clock.now();
        LocalDate unreadable = clock.today().plusDays(backups.days());
        var facts = new CertificateFacts(
                job,
                titles.stream()
                        .flatMap(t -> t.titleOf(job.project()).stream())
                        .findFirst()
                        .orElse(null),
                now,
                previews.lines(job),
                manualSteps.of(job.id()),
                listed(
                        "SELECT key_check_value AS v FROM deletion_key WHERE job_id = ? AND NOT destroyed_before",
                        job.id()),
                listed(
                        "SELECT sha256 AS v FROM deletion_item WHERE job_id = ? AND state = 'ERASED' AND NOT erased_before",
                        job.id()),
                register.evidence(job.id()),
                verified,
                recipients.unconfirmed(job),
                items.progress(job.id()).failed(),
                items.erasedBefore(job.id()),
                unreadable,
                endingProject.checkValue(job.id()).orElse(null));
        byte[] pdf = sealing.seal(Paper.render(CertificateHtml.of(facts)), "Slettebekreftelse", Timestamp.REQUIRED)
                .pdf();
        certificates.add(new StoredCertificate(job.id(), now, pdf, sha256(pdf)));
    }

    /** The values in sorted order, so that it tells nothing; the digest is over all of them, each with a line feed. */
    private Listed listed(String query, DeletionJobId job) {
        String values = " FROM (" + query + ") q WHERE v IS NOT NULL";
        List<String> first =
                rows.list("SELECT v" + values + " ORDER BY v LIMIT " + PRINTED, row -> row.getString(1), job.value());
        long count = rows.number("SELECT count(*)" + values, job.value());
        String digest = rows.one(
                        "SELECT encode(sha256(convert_to(coalesce(string_agg(v || chr(10), '' ORDER BY v), ''), 'UTF8')), 'hex')"
                                + values,
                        row -> row.getString(1),
                        job.value())
                .orElseThrow();
        return new Listed(first, count, digest);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
