package no.tillit.ui.shell;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.tillit.kernel.Refusal;
import org.jboss.logging.Logger;

/** Hands out a file that is made for whoever asks, to be kept. What is refused looks as if there were nothing. */
public abstract class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(FileServlet.class);

    /**
     * A file that fits into memory.
     *
     * @param name without anything about a person in it
     */
    protected record MadeFile(String name, String mediaType, byte[] bytes) {
        /** One that is text. */
        public static MadeFile text(String name, String mediaType, String text) {
            return new MadeFile(name, mediaType + ";charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
        }

        public static MadeFile pdf(String name, byte[] bytes) {
            return new MadeFile(name, "application/pdf", bytes);
        }
    }

    /** @throws Refusal when there is none to hand out */
    protected abstract MadeFile make();

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MadeFile file;
        try {
            file = make();
        } catch (Refusal | EJBAccessException refused) {
            LOG.debug("No file to hand out", refused);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(file.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
