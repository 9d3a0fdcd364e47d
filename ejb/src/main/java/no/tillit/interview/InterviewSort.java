package no.tillit.interview;

import java.util.Arrays;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The order of a list of interviews. */
public enum InterviewSort {
    HELD("held"),
    HELD_DESCENDING("-held"),
    KIND("kind"),
    KIND_DESCENDING("-kind"),
    STATE("state"),
    STATE_DESCENDING("-state");

    private final String parameter;

    InterviewSort(String parameter) {
        this.parameter = parameter;
    }

    /** The name in an address: a field, with a minus in front when it descends. */
    public String parameter() {
        return parameter;
    }

    /**
     * The order with this name; latest first when none is given.
     *
     * @throws InvalidInput when there is no such order
     */
    public static InterviewSort named(@Nullable String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return HELD_DESCENDING;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "unknown-sort", "sort", "Sort by held, kind or state, with a minus in front to descend."));
    }
}
