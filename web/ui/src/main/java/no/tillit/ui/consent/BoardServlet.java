package no.tillit.ui.consent;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import no.tillit.consent.ReadingBoard;
import no.tillit.kernel.ProjectId;
import no.tillit.ui.shell.FileServlet;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;

/** Hands out a project's board as a table for a spreadsheet. */
@WebServlet("/consents")
public class BoardServlet extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReadingBoard board;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected MadeFile make() {
        ProjectId project = new ProjectId(table.id("project"));
        String csv = board.csv(project, BoardPage.filter(table), visitor.getPurpose());
        return MadeFile.text("samtykker-" + project.value() + ".csv", "text/csv", csv);
    }
}
