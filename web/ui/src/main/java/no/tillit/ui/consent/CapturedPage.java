package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ReadingConsents;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** What the person has just agreed to, and what they can take home. */
@Named
@RequestScoped
public class CapturedPage {
    @Inject
    private ReadingConsents reading;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    private @Nullable ConsentSummary consent;

    public ConsentSummary getConsent() {
        ConsentSummary read =
                consent == null ? reading.open(new ConsentId(table.id("consent")), visitor.getPurpose()) : consent;
        consent = read;
        return read;
    }
}
