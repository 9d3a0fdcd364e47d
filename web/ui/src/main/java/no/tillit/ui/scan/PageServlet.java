package no.tillit.ui.scan;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.tillit.kernel.Refusal;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScannedPageId;
import no.tillit.scan.ScannedPicture;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;

/** A page's picture, decrypted on its way; a picture that our own reader made, never the file that was sent. */
@WebServlet("/scanned-page")
public class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReadingScans scans;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ScannedPicture picture = scans.picture(new ScannedPageId(table.id("id")), visitor.getPurpose());
            response.setContentType(ScannedPicture.MEDIA_TYPE);
            response.setContentLengthLong(picture.length());
            response.setHeader("Content-Disposition", "attachment; filename=\"page.jpg\"");
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            picture.writeTo(response.getOutputStream());
        } catch (Refusal | EJBAccessException closed) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
