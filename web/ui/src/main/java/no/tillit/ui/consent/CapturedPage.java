package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.access.RecordClosed;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.capture.CaptureDetails;
import no.tillit.consent.capture.CapturingConsent;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the person has just agreed to, and what they can take home. */
@Named
@RequestScoped
public class CapturedPage {
    private static final Logger LOG = Logger.getLogger(CapturedPage.class);

    @Inject
    private ReadingConsents reading;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private CapturingConsent capturing;

    private @Nullable ConsentSummary consent;
    private @Nullable CaptureDetails details;

    public ConsentSummary getConsent() {
        ConsentSummary read =
                consent == null ? reading.open(new ConsentId(table.id("consent")), visitor.getPurpose()) : consent;
        consent = read;
        return read;
    }

    /** How it was taken down; null for paper, and when what is about the person is closed. */
    public @Nullable CaptureDetails getDetails() {
        if (details == null && getConsent().method() != CaptureMethod.PAPER) {
            try {
                details = capturing.details(getConsent().id(), visitor.getPurpose());
            } catch (RecordClosed closed) {
                LOG.debug("How it was taken down is closed with the person", closed);
            }
        }
        return details;
    }
}
