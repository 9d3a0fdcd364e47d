package no.tillit.ui.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.audit.LogCheck;
import no.tillit.audit.SealedCheckpoint;
import no.tillit.kernel.Refusal;
import no.tillit.oversight.ProvingLog;
import no.tillit.oversight.SealState;
import no.tillit.oversight.SealingOnDemand;
import no.tillit.oversight.VerifyingLog;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** Until when the log is sealed, whether it stood as it was sealed when somebody last looked, and what to hand out. */
@Named
@RequestScoped
public class SealPanel {
    private static final String PAGE = "/audit/entries.xhtml";

    @Inject
    private ProvingLog proving;

    @Inject
    private SealingOnDemand sealing;

    @Inject
    private VerifyingLog verifying;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable SealState state;

    /** Until which entry and when the log is sealed, in a sentence. */
    public String getSealed() {
        SealedCheckpoint seal = state().seal();
        return seal == null
                ? say.text("audit.notSealed")
                : say.it("audit.sealedUntil", seal.size(), say.moment(seal.signedAt()));
    }

    public boolean isSealedOnce() {
        return state().seal() != null;
    }

    /** What the last check found, in a sentence. */
    public String getChecked() {
        LogCheck last = state().check();
        if (last == null) {
            return say.text("audit.notChecked");
        }
        String when = say.moment(last.finishedAt());
        if (last.finding() == null) {
            return say.it("audit.stands", when, last.size());
        }
        return last.firstBad() == null
                ? say.it("audit.broken", when, say.label(last.finding()))
                : say.it("audit.bent", when, say.label(last.finding()), last.firstBad() + 1);
    }

    /** Whether the last check found something wrong. */
    public boolean isBent() {
        LogCheck last = state().check();
        return last != null && last.finding() != null;
    }

    /** Seals now. */
    public void sealNow() {
        try {
            SealedCheckpoint now = sealing.seal(visitor.getPurpose());
            way.to(PAGE, "audit.sealedNow", now.size());
        } catch (Refusal refusal) {
            way.to(PAGE, "refusal." + refusal.code());
        }
    }

    /** Compares the whole log with what was sealed. */
    public void checkNow() {
        LogCheck now = verifying.check(visitor.getPurpose());
        way.to(PAGE, now.finding() == null ? "audit.checkedNow" : "audit.checkedBent", now.size());
    }

    private SealState state() {
        SealState known = state;
        if (known == null) {
            known = proving.state(visitor.getPurpose());
            state = known;
        }
        return known;
    }
}
