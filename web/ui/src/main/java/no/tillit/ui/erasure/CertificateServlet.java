package no.tillit.ui.erasure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.erasure.StoredCertificate;
import no.tillit.ui.shell.FileServlet;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;

/** Hands out the certificate of a completed deletion; it holds no personal data. */
@WebServlet("/certificate")
public class CertificateServlet extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReadingDeletionJobs jobs;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected MadeFile make() {
        DeletionJobId id = new DeletionJobId(table.id("id"));
        StoredCertificate certificate = jobs.certificate(id, visitor.getPurpose());
        return MadeFile.pdf("slettebekreftelse-" + id.value() + ".pdf", certificate.pdf());
    }
}
