package no.tillit.ui.retention;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import no.tillit.kernel.ProjectId;
import no.tillit.reporting.ReportingToSikt;
import no.tillit.ui.shell.FileServlet;
import no.tillit.ui.shell.Language;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;

/** Hands out a project's report to Sikt, on paper or as a table; it holds no personal data. */
@WebServlet("/retention-report")
public class ReportServlet extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReportingToSikt reporting;

    @Inject
    private transient Language language;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected MadeFile make() {
        ProjectId project = new ProjectId(table.id("project"));
        String name = "sikt-" + project.value();
        return table.filter("format").equals("csv")
                ? MadeFile.text(name + ".csv", "text/csv", reporting.csv(project, visitor.getPurpose()))
                : MadeFile.pdf(
                        name + ".pdf",
                        reporting.pdf(project, language.getLocale().getLanguage(), visitor.getPurpose()));
    }
}
