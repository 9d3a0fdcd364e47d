package no.tillit.document;

import java.util.Arrays;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The order of a list of documents. */
public enum DocumentSort {
    RECEIVED("received"),
    RECEIVED_DESCENDING("-received"),
    TYPE("type"),
    TYPE_DESCENDING("-type"),
    LENGTH("length"),
    LENGTH_DESCENDING("-length"),
    STATE("state"),
    STATE_DESCENDING("-state");

    private final String parameter;

    DocumentSort(String parameter) {
        this.parameter = parameter;
    }

    /** The name in an address: a field, with a minus in front when it descends. */
    public String parameter() {
        return parameter;
    }

    /**
     * The order with this name; newest first when none is given.
     *
     * @throws InvalidInput when there is no such order
     */
    public static DocumentSort named(@Nullable String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return RECEIVED_DESCENDING;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "unknown-sort",
                        "sort",
                        "Sort by received, type, length or state, with a minus in front to descend."));
    }
}
