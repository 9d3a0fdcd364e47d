package no.tillit.ui.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.kernel.Clock;
import no.tillit.oversight.ReadingSeal;
import no.tillit.oversight.SealOutlook;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** What documents are sealed with: for operators always, for those who oversee when it ends soon. */
@Named
@RequestScoped
public class SealNews {
    @Inject
    private ReadingSeal reading;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    private @Nullable SealOutlook outlook;

    /** Whether it ends soon and somebody has to do something. */
    public boolean isEnding() {
        return visitor.is("operator privacy-officer auditor") && outlook().ending();
    }

    /** Whether all is well and the visitor looks after it. */
    public boolean isFine() {
        return visitor.is("operator") && !outlook().ending();
    }

    /** Until when, in a sentence. */
    public String getText() {
        SealOutlook seal = outlook();
        String key = seal.ending() ? "start.seal.ending" : seal.selfMade() ? "start.seal.own" : "start.seal.fine";
        return say.it(
                key, say.dateAndDistance(seal.expiresAt().atZone(Clock.ZONE).toLocalDate()));
    }

    private SealOutlook outlook() {
        SealOutlook read = outlook == null ? reading.outlook() : outlook;
        outlook = read;
        return read;
    }
}
