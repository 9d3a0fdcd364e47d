package no.tillit.ui.template;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.FormPdf;
import no.tillit.consent.template.PrintingForms;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.ui.shell.FileServlet;
import no.tillit.ui.shell.Table;

/** Hands out letter and form for printing, blank. */
@WebServlet("/form")
public class FormServlet extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PrintingForms printing;

    @Inject
    private transient Table table;

    @Override
    protected MadeFile make() {
        FormPdf form = printing.blank(
                new TemplateVersionId(table.id("id")),
                FormLanguage.of(table.filter("language")),
                table.filter("large").equals("yes"));
        return MadeFile.pdf(form.fileName(), form.pdf());
    }
}
