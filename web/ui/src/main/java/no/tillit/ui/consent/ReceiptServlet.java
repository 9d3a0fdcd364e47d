package no.tillit.ui.consent;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tillit.consent.ForeseeingWithdrawal;
import no.tillit.consent.template.FormLanguage;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Refusal;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jboss.logging.Logger;

/** Hands out the receipt of a withdrawal, to be printed and given to the person. */
@WebServlet("/withdrawal-receipt")
public class ReceiptServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ReceiptServlet.class);

    @Inject
    private transient ForeseeingWithdrawal foreseeing;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ParticipantId id = new ParticipantId(table.id("id"));
            byte[] pdf = foreseeing.receipt(
                    id, FormLanguage.of(table.asked("language").orElse("nb")), visitor.getPurpose());
            response.setContentType("application/pdf");
            response.setHeader("Content-Disposition", "attachment; filename=\"kvittering-" + id.value() + ".pdf\"");
            response.setContentLength(pdf.length);
            response.getOutputStream().write(pdf);
        } catch (Refusal | EJBAccessException refused) {
            LOG.debug("No receipt to hand out", refused);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
