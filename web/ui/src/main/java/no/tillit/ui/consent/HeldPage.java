package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.tillit.consent.ConsentMoment;
import no.tillit.consent.HeldConsents;
import no.tillit.consent.HeldItem;
import no.tillit.consent.ReadingConsents;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.ui.shell.Problems;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** What a participant had agreed to on a day, as it was known on a day, and all that was recorded, newest first. */
@Named
@RequestScoped
public class HeldPage {
    @Inject
    private ReadingConsents consents;

    @Inject
    private Visitor visitor;

    @Inject
    private Problems problems;

    @Inject
    private Table table;

    @Inject
    private Say say;

    private @Nullable HeldConsents held;
    private @Nullable List<ConsentMoment> moments;

    /** What held on the day in the address, as known on the day in the address; today where there is none. */
    public HeldConsents getHeld() {
        HeldConsents read = held == null ? read() : held;
        held = read;
        return read;
    }

    /** Everything that was recorded, newest first. */
    public List<ConsentMoment> getMoments() {
        List<ConsentMoment> read = moments == null ? consents.history(id(), visitor.getPurpose()) : moments;
        moments = read;
        return read;
    }

    /** Why the item stood as it did, in one sentence. */
    public String why(HeldItem item) {
        String key = "held." + item.reason().name();
        return switch (item.reason()) {
            case NOT_ASKED -> say.text(key);
            case SAID_YES -> say.it(key, say.date(item.since()), say.date(item.lastDay()), item.by());
            case SAID_NO -> say.it(key, say.date(item.since()), item.by());
            case TAKEN_BACK -> say.it(key, say.moment(item.recordedAt()), item.by());
            case ENDED_BY_OTHERS -> say.it(key, say.label(item.endedBy()), say.moment(item.recordedAt()), item.by());
            case PERIOD_OVER, PROJECT_OVER -> say.it(key, say.date(item.lastDay()));
            case CHECK_FAILED, RECORDED_BY_MISTAKE ->
                say.it(key, say.label(item.invalid()), say.moment(item.recordedAt()), item.by());
        };
    }

    /** What a moment changed, in one sentence. */
    public String tell(ConsentMoment moment) {
        return ConsentWords.tell(say, moment);
    }

    /** Whether something was closed by it. */
    public boolean stops(ConsentMoment moment) {
        return ConsentWords.stops(moment);
    }

    private HeldConsents read() {
        try {
            return consents.held(id(), table.day("on"), table.day("known"), visitor.getPurpose());
        } catch (InvalidInput wrong) {
            problems.add(wrong);
            return consents.held(id(), null, null, visitor.getPurpose());
        }
    }

    private ParticipantId id() {
        return new ParticipantId(table.id("id"));
    }
}
