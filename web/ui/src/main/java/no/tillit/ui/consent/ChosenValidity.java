package no.tillit.ui.consent;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** How long the yeses of a form hold, as it is filled in: once for the form, and by item where that differs. */
public final class ChosenValidity {
    /** What a period is named by. */
    public enum Kind {
        PROJECT,
        UNTIL,
        MONTHS
    }

    final Map<String, String> untils = new HashMap<>();
    Kind kind = Kind.PROJECT;

    @Nullable
    LocalDate until;

    @Nullable
    String months;

    /** @throws InvalidInput when what was chosen is not filled in */
    Validity chosen() {
        return switch (kind) {
            case PROJECT -> Validity.UNTIL_PROJECT_END;
            case UNTIL -> new Validity(present("validUntil", until), null);
            case MONTHS -> new Validity(null, number(present("validMonths", months)));
        };
    }

    /** @throws InvalidInput when a day cannot be read */
    Map<ConsentItem, Validity> ofItems(Collection<ConsentItem> decided) {
        Map<ConsentItem, Validity> all = new TreeMap<>();
        for (ConsentItem item : decided) {
            String day = untils.get(item.code());
            if (day != null && !day.isBlank()) {
                all.put(item, new Validity(day(day), null));
            }
        }
        return all;
    }

    private static LocalDate day(String text) {
        return day("decisions", text);
    }

    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException none) {
            InvalidInput refusal = new InvalidInput("date-malformed", field, "Write the date as year-month-day.");
            refusal.addSuppressed(none);
            throw refusal;
        }
    }

    private static int number(String text) {
        if (!text.strip().matches("[0-9]{1,3}")) {
            throw new InvalidInput("validity-out-of-range", "validMonths", "A yes holds for 1 to 240 months.");
        }
        return Integer.parseInt(text.strip());
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw new InvalidInput("missing", field, "Fill in this field.");
        }
        return value;
    }
}
