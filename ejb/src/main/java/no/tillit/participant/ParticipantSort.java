package no.tillit.participant;

import java.util.Arrays;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The order of a list of participants. */
public enum ParticipantSort {
    PSEUDONYM("pseudonym"),
    PSEUDONYM_DESCENDING("-pseudonym"),
    REGISTERED("registered"),
    REGISTERED_DESCENDING("-registered");

    private final String parameter;

    ParticipantSort(String parameter) {
        this.parameter = parameter;
    }

    /** The name in an address: a field, with a minus in front when it descends. */
    public String parameter() {
        return parameter;
    }

    /**
     * The order with this name; by pseudonym when none is given.
     *
     * @throws InvalidInput when there is no such order
     */
    public static ParticipantSort named(@Nullable String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return PSEUDONYM;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "unknown-sort", "sort", "Sort by pseudonym or registered, with a minus in front to descend."));
    }
}
