package no.tillit.ui.retention;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Refusal;
import no.tillit.reporting.ReportingToSikt;
import no.tillit.ui.shell.Language;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jboss.logging.Logger;

/** Hands out a project's report to Sikt, on paper or as a table; it holds no personal data. */
@WebServlet("/retention-report")
public class ReportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ReportServlet.class);

    @Inject
    private transient ReportingToSikt reporting;

    @Inject
    private transient Language language;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ProjectId project = new ProjectId(table.id("project"));
            boolean csv = table.filter("format").equals("csv");
            byte[] report = csv
                    ? reporting.csv(project, visitor.getPurpose()).getBytes(StandardCharsets.UTF_8)
                    : reporting.pdf(project, language.getLocale().getLanguage(), visitor.getPurpose());
            response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/pdf");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"sikt-" + project.value() + (csv ? ".csv\"" : ".pdf\""));
            response.setContentLength(report.length);
            response.getOutputStream().write(report);
        } catch (Refusal | EJBAccessException refused) {
            LOG.debug("No report to hand out", refused);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
