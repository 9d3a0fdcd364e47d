package no.tillit.ui.consent;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import no.tillit.consent.ConsentId;
import no.tillit.consent.receipt.GivingReceipt;
import no.tillit.consent.receipt.ReceiptFormat;
import no.tillit.ui.shell.FileServlet;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;

/** Hands out the receipt of a consent that a program of the person's can read. */
@WebServlet("/consent-receipt")
public class ConsentReceiptServlet extends FileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient GivingReceipt giving;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Table table;

    @Override
    protected MadeFile make() {
        ConsentId id = new ConsentId(table.id("consent"));
        ReceiptFormat format = ReceiptFormat.of(table.filter("format"));
        String receipt = giving.of(id, format, visitor.getPurpose());
        return MadeFile.text("kvittering-" + id.value() + format.ending(), format.mediaType(), receipt);
    }
}
