package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.StoredCertificate;
import no.tillit.kernel.Rows;

/** The certificates issued; the application may add and read them, never change or remove. */
@ApplicationScoped
public class Certificates {
    @Inject
    private Rows rows;

    public Certificates() {}

    public Certificates(Rows rows) {
        this.rows = rows;
    }

    public void add(StoredCertificate certificate) {
        rows.change(
                "INSERT INTO deletion_certificate (job_id, issued_at, pdf, sha256) VALUES (?, ?, ?, ?)",
                certificate.job().value(),
                certificate.issuedAt(),
                certificate.pdf(),
                certificate.sha256());
    }

    public Optional<StoredCertificate> find(DeletionJobId job) {
        return rows.one(
                "SELECT issued_at, pdf, sha256 FROM deletion_certificate WHERE job_id = ?",
                row -> new StoredCertificate(
                        job,
                        Objects.requireNonNull(Rows.instant(row, "issued_at")),
                        row.getBytes("pdf"),
                        row.getString("sha256")),
                job.value());
    }
}
