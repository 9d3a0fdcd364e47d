package no.tillit.ui.consent;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.tillit.consent.ConsentId;
import no.tillit.consent.receipt.GivingReceipt;
import no.tillit.consent.receipt.ReceiptFormat;
import no.tillit.kernel.Refusal;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jboss.logging.Logger;

/** Hands out the receipt of a consent that a program of the person's can read. */
@WebServlet("/consent-receipt")
public class ConsentReceiptServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ConsentReceiptServlet.class);

    @Inject
    private transient GivingReceipt giving;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ConsentId id = new ConsentId(table.id("consent"));
            ReceiptFormat format = ReceiptFormat.of(table.filter("format"));
            byte[] receipt = giving.of(id, format, visitor.getPurpose()).getBytes(StandardCharsets.UTF_8);
            response.setContentType(format.mediaType());
            response.setCharacterEncoding("UTF-8");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"kvittering-" + id.value() + format.ending() + "\"");
            response.setContentLength(receipt.length);
            response.getOutputStream().write(receipt);
        } catch (Refusal | EJBAccessException refused) {
            LOG.debug("No receipt to hand out", refused);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
