package no.tillit.ui.erasure;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.erasure.StoredCertificate;
import no.tillit.kernel.Refusal;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jboss.logging.Logger;

/** Hands out the certificate of a completed deletion; it holds no personal data. */
@WebServlet("/certificate")
public class CertificateServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(CertificateServlet.class);

    @Inject
    private transient ReadingDeletionJobs jobs;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            DeletionJobId id = new DeletionJobId(table.id("id"));
            StoredCertificate certificate = jobs.certificate(id, visitor.getPurpose());
            byte[] pdf = certificate.pdf();
            response.setContentType("application/pdf");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"slettebekreftelse-" + id.value() + ".pdf\"");
            response.setContentLength(pdf.length);
            response.getOutputStream().write(pdf);
        } catch (Refusal | EJBAccessException refused) {
            LOG.debug("No certificate to hand out", refused);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
