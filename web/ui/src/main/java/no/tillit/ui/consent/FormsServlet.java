package no.tillit.ui.consent;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import no.tillit.consent.export.ExportPage;
import no.tillit.consent.export.ExportingConsents;
import no.tillit.consent.export.FormLine;
import no.tillit.consent.export.FormsCsv;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Refusal;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jboss.logging.Logger;

/** Hands out all consents of a project, form by form, as a table for a spreadsheet. */
@WebServlet("/consent-forms")
public class FormsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(FormsServlet.class);

    @Inject
    private transient ExportingConsents exporting;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ProjectId project = new ProjectId(table.id("project"));
            ExportPage page = exporting.page(project, null, visitor.getPurpose());
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"samtykkeskjemaer-" + project.value() + ".csv\"");
            Writer csv = response.getWriter();
            csv.write(FormsCsv.head());
            write(page, csv);
            while (page.next() != null) {
                page = exporting.page(project, page.next(), visitor.getPurpose());
                write(page, csv);
            }
        } catch (Refusal | EJBAccessException refused) {
            LOG.debug("No forms to hand out", refused);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void write(ExportPage page, Writer csv) throws IOException {
        for (FormLine line : page.lines()) {
            csv.write(FormsCsv.of(line));
        }
    }
}
