package no.tillit.ui.template;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.FormPdf;
import no.tillit.consent.template.PrintingForms;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.Refusal;
import no.tillit.ui.shell.Table;
import org.jboss.logging.Logger;

/** Hands out letter and form for printing, blank. */
@WebServlet("/form")
public class FormServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(FormServlet.class);

    @Inject
    private transient PrintingForms printing;

    @Inject
    private transient Table table;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            FormPdf form = printing.blank(
                    new TemplateVersionId(table.id("id")),
                    FormLanguage.of(table.filter("language")),
                    table.filter("large").equals("yes"));
            response.setContentType("application/pdf");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + form.fileName() + "\"");
            response.setContentLength(form.pdf().length);
            response.getOutputStream().write(form.pdf());
        } catch (Refusal | EJBAccessException refused) {
            LOG.debug("No form to hand out", refused);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
