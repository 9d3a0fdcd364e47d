package no.tillit.ui.consent;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.tillit.consent.ReadingBoard;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Refusal;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jboss.logging.Logger;

/** Hands out a project's board as a table for a spreadsheet. */
@WebServlet("/consents")
public class BoardServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(BoardServlet.class);

    @Inject
    private transient ReadingBoard board;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ProjectId project = new ProjectId(table.id("project"));
            byte[] csv = board.csv(project, BoardPage.filter(table), visitor.getPurpose())
                    .getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"samtykker-" + project.value() + ".csv\"");
            response.setContentLength(csv.length);
            response.getOutputStream().write(csv);
        } catch (Refusal | EJBAccessException refused) {
            LOG.debug("No board to hand out", refused);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
