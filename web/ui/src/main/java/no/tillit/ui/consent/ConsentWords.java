package no.tillit.ui.consent;

import java.util.Set;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMoment;
import no.tillit.ui.shell.Say;

/** Tells what happened to a person's consent as one would say it. */
public final class ConsentWords {
    private ConsentWords() {}

    /** What the moment changed, in a sentence or two. */
    public static String tell(Say say, ConsentMoment moment) {
        return switch (moment.kind()) {
            case RECORDED ->
                sentence(say, "timeline.given", moment.given())
                        + sentence(say, "timeline.refused", moment.refused())
                        + say.it("timeline.signed", say.date(moment.day()))
                        + method(say, moment);
            case WITHDRAWN ->
                moment.withdrawn().containsAll(ConsentItem.ofEachKind())
                        ? say.text("timeline.withdrawnAll")
                        : sentence(say, "timeline.withdrawn", moment.withdrawn());
            case REVOKED ->
                say.it("timeline.revoked", say.label(moment.endedBy()), ItemWords.labels(say, moment.withdrawn()));
            case EXPIRED ->
                say.it("timeline.expired", ItemWords.labels(say, moment.withdrawn()), say.date(moment.day()));
            case PASSED -> say.it(overturned(moment) ? "timeline.passedAfterAll" : "timeline.passed", moment.by());
            case FAILED -> say.it("timeline.failed", moment.by(), reason(say, moment));
            case INVALIDATED -> say.it("timeline.invalidated", moment.by(), reason(say, moment));
        };
    }

    /** Whether something was closed by it. */
    public static boolean stops(ConsentMoment moment) {
        return switch (moment.kind()) {
            case RECORDED, PASSED -> false;
            default -> true;
        };
    }

    private static String method(Say say, ConsentMoment moment) {
        return moment.method() == null || moment.method() == CaptureMethod.PAPER
                ? ""
                : " " + say.text("timeline.method." + moment.method().name());
    }

    private static boolean overturned(ConsentMoment moment) {
        return moment.verdict() != null && moment.verdict().overturns();
    }

    private static String reason(Say say, ConsentMoment moment) {
        return moment.verdict() == null ? "" : say.label(moment.verdict().reason());
    }

    private static String sentence(Say say, String key, Set<ConsentItem> items) {
        return items.isEmpty() ? "" : say.it(key, ItemWords.labels(say, items)) + ". ";
    }
}
