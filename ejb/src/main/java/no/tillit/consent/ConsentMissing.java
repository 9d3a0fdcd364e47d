package no.tillit.consent;

import java.time.LocalDate;
import no.tillit.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The gate is closed: at least one of the people concerned has not said yes to this item, or not any more (O-04 to O-07).
 *
 * <p>The code is {@code consent-missing}, {@code consent-refused}, {@code consent-withdrawn}, {@code consent-revoked},
 * {@code consent-expired} or {@code consent-invalidated}. The message names the item and the day, never the person.
 */
public class ConsentMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    private final ConsentItem item;

    private ConsentMissing(String code, ConsentItem item, String message) {
        super(code, message);
        this.item = item;
    }

    static ConsentMissing because(@Nullable ConsentState state, ConsentItem item, LocalDate on) {
        String words = item.inWords();
        if (state == ConsentState.REFUSED) {
            return new ConsentMissing("consent-refused", item, "The consent says no to this item: " + words + ".");
        }
        if (state == ConsentState.WITHDRAWN) {
            return new ConsentMissing(
                    "consent-withdrawn", item, "The consent to this item has been withdrawn: " + words + ".");
        }
        if (state == ConsentState.EXPIRED) {
            return new ConsentMissing("consent-expired", item, "The consent to this item has expired: " + words + ".");
        }
        if (state == ConsentState.REVOKED) {
            return new ConsentMissing(
                    "consent-revoked",
                    item,
                    "Somebody entitled to it has revoked the consent to this item: " + words + ".");
        }
        if (state == ConsentState.INVALIDATED) {
            return new ConsentMissing(
                    "consent-invalidated", item, "The form that gave this item was found not to count: " + words + ".");
        }
        return new ConsentMissing(
                "consent-missing",
                item,
                "No consent signed on or before " + on + " decides this item: " + words + ". Record the form first.");
    }

    /** The item that nobody may act on. */
    public ConsentItem item() {
        return item;
    }
}
