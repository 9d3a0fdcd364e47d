package no.tillit.ui.document;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentId;
import no.tillit.document.ReadingDocuments;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Refusal;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;

/**
 * Hands out a document's content, whole or the part a player asks for. It is decrypted on its way and never shown as a page
 * of ours: always an attachment, in a sandbox, with its type taken at its word.
 */
@WebServlet("/content")
public class ContentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReadingDocuments documents;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID id = table.id("id");
            send(documents, id, request, response);
        } catch (NotFound | EJBAccessException absent) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Refusal refusal) {
            requireNothingSent(response, refusal);
            response.sendRedirect("/document/document.xhtml?id=" + table.id("id") + "&refused=" + refusal.code());
        }
    }

    /** What has begun cannot become a page any more: the connection breaks off. */
    private static void requireNothingSent(HttpServletResponse response, Refusal refusal) {
        if (response.isCommitted()) {
            throw refusal;
        }
        response.reset();
    }

    private void send(ReadingDocuments from, UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        DocumentContent content = from.content(new DocumentId(id), visitor.getPurpose());
        long length = content.length();
        response.setContentType(content.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encode(content.fileName()));
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Accept-Ranges", "bytes");
        if (request.getMethod().equals("HEAD")) {
            response.setContentLengthLong(length);
            return;
        }
        Optional<ByteRange> range = ByteRange.of(request.getHeader("Range"), length);
        if (range.isEmpty()) {
            response.setContentLengthLong(length);
            content.writeTo(response.getOutputStream());
        } else if (range.get().isUnsatisfiable()) {
            response.setHeader("Content-Range", "bytes */" + length);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        } else {
            sendPart(content, range.get(), response);
        }
    }

    private static void sendPart(DocumentContent content, ByteRange part, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(
                "Content-Range", "bytes " + part.from() + "-" + (part.toExclusive() - 1) + "/" + content.length());
        response.setContentLengthLong(part.toExclusive() - part.from());
        content.writeTo(response.getOutputStream(), part.from(), part.toExclusive());
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
