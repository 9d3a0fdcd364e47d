package no.tillit.ui.consent;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import no.tillit.consent.ForeseeingWithdrawal;
import no.tillit.consent.template.FormLanguage;
import no.tillit.kernel.ParticipantId;
import no.tillit.ui.shell.FileServlet;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;

/** Hands out the receipt of a withdrawal, to be printed and given to the person. */
@WebServlet("/withdrawal-receipt")
public class ReceiptServlet extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ForeseeingWithdrawal foreseeing;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected MadeFile make() {
        ParticipantId id = new ParticipantId(table.id("id"));
        FormLanguage language = FormLanguage.of(table.asked("language").orElse("nb"));
        return MadeFile.pdf(
                "kvittering-" + id.value() + ".pdf", foreseeing.receipt(id, language, visitor.getPurpose()));
    }
}
