package no.tillit.api.base;

import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/** Why personal data is touched is asked before anything is looked up, so its absence tells nothing of what exists. */
public final class Purposes {
    private Purposes() {}

    /** @throws InvalidInput when the header was not sent */
    public static Purpose required(@Nullable Purpose purpose) {
        if (purpose == null) {
            throw new InvalidInput(
                    "purpose-missing", "purpose", "Say for which purpose you need this, in the header Tillit-Purpose.");
        }
        return purpose;
    }
}
