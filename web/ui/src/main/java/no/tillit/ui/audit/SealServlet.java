package no.tillit.ui.audit;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.oversight.LogExport;
import no.tillit.oversight.ProvingLog;
import no.tillit.ui.shell.Visitor;

/** Hands out what an outside party verifies the log with: the checkpoint, the public key, the log itself. */
@WebServlet({"/seal/checkpoint", "/seal/key", "/seal/export"})
public class SealServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ProvingLog proving;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Purpose purpose = visitor.getPurpose();
        try {
            switch (request.getServletPath()) {
                case "/seal/checkpoint" ->
                    text(
                            response,
                            "tillit-log.checkpoint",
                            proving.latest(purpose).note());
                case "/seal/key" -> text(response, "tillit-log.vkey", proving.key(purpose) + "\n");
                default -> {
                    LogExport export = proving.export(0, Long.MAX_VALUE, purpose);
                    head(response, "tillit-log.txt");
                    export.writeTo(response.getOutputStream());
                }
            }
        } catch (NotFound | EJBAccessException absent) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Refusal refusal) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static void text(HttpServletResponse response, String file, String text) throws IOException {
        head(response, file);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void head(HttpServletResponse response, String file) {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
    }
}
