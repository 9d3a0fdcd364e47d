package no.tillit.ui.document;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.UUID;
import no.tillit.document.IncomingFile;
import no.tillit.document.SentName;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Refusal;
import no.tillit.ui.shell.Notices;
import no.tillit.ui.shell.PageToken;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import org.jboss.logging.Logger;

/**
 * Receives one file as the body of one request, straight into the encrypting storage: never a multipart form, which the
 * server would write to a temporary folder in the clear.
 *
 * <p>The file's name may hold a person's, so it comes in a header, not in the address. A refusal is answered with a sentence
 * in the reader's language (RFC 9457).
 */
@WebServlet("/upload")
public class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(UploadServlet.class);
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private transient Receiving receiving;

    @Inject
    private transient PageToken token;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Table table;

    @Inject
    private transient Say say;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!token.matches(request.getHeader("X-Tillit-Token"))) {
            answer(response, HttpServletResponse.SC_FORBIDDEN, say.text("refusal.page-expired"));
            return;
        }
        try {
            UUID owner = table.id("owner");
            UUID kept = receiving.receive(table.filter("kind"), owner, table.filter("type"), file(request));
            notices.add(say.text("upload.sent"));
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setContentType("application/json");
            response.getWriter()
                    .print(Json.createObjectBuilder().add("id", kept.toString()).build());
        } catch (Refusal refusal) {
            answer(response, status(refusal), say.refusal(refusal));
        } catch (EJBAccessException closed) {
            LOG.debug("Upload by a role that has no use for it", closed);
            answer(response, HttpServletResponse.SC_NOT_FOUND, say.text("refusal.not-found"));
        } catch (RuntimeException failure) {
            LOG.error("An upload failed", failure);
            answer(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, say.text("refusal.failed"));
        }
    }

    private static IncomingFile file(HttpServletRequest request) throws IOException {
        String name = SentName.read(request.getHeader("X-Tillit-Filename"));
        long length = request.getContentLengthLong();
        return new IncomingFile(
                request.getInputStream(), length < 0 ? OptionalLong.empty() : OptionalLong.of(length), name, null);
    }

    private static int status(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (refusal instanceof InvalidInput) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        switch (refusal.kind()) {
            case UNAVAILABLE:
                return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case TOO_MANY:
                return TOO_MANY_REQUESTS;
            case TIMED_OUT:
                return HttpServletResponse.SC_REQUEST_TIMEOUT;
            case CONFLICT:
                return HttpServletResponse.SC_CONFLICT;
            default:
                return 422;
        }
    }

    private static void answer(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("status", status)
                        .add("detail", sentence)
                        .build());
    }
}
