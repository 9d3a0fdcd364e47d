package no.tillit.ui.template;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** How long a yes holds, as it is being typed for a version or one of its modules; nothing typed says nothing. */
public class HowLong {
    private final String id;
    private final String label;
    private String until;
    private String months;
    private boolean untilEnd;

    HowLong(String id, String label, @Nullable Validity validity) {
        this.id = id;
        this.label = label;
        LocalDate day = validity == null ? null : validity.until();
        Integer number = validity == null ? null : validity.months();
        this.until = day == null ? "" : day.toString();
        this.months = number == null ? "" : number.toString();
        this.untilEnd = Validity.UNTIL_PROJECT_END.equals(validity);
    }

    /** @throws InvalidInput when it cannot be read, or says two things */
    @Nullable
    Validity toValidity() {
        if (until.isBlank() && months.isBlank()) {
            return untilEnd ? Validity.UNTIL_PROJECT_END : null;
        }
        if (untilEnd) {
            throw new InvalidInput("validity-twice", untilId(), "Name a date or a number of months, not both.");
        }
        return read(
                months.isBlank() || !until.isBlank() ? untilId() : monthsId(),
                () -> new Validity(
                        until.isBlank() ? null : day(until.strip()), months.isBlank() ? null : number(months.strip())));
    }

    /** @throws InvalidInput at this field when what was made refuses itself */
    static Validity read(String field, Supplier<Validity> made) {
        try {
            return made.get();
        } catch (InvalidInput refused) {
            throw refused.field().equals("validity") ? refused.at(field) : refused;
        }
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            InvalidInput refusal = new InvalidInput("date-malformed", untilId(), "Write the date as year-month-day.");
            refusal.addSuppressed(none);
            throw refusal;
        }
    }

    private int number(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new InvalidInput("validity-out-of-range", monthsId(), "A yes holds for 1 to 240 months.");
        }
        return Integer.parseInt(text);
    }

    private String untilId() {
        return id + ":until";
    }

    private String monthsId() {
        return id + ":months";
    }

    /** The id of its part of the page; its fields are named after it. */
    public String getId() {
        return id;
    }

    /** What it is said of. */
    public String getLabel() {
        return label;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until == null ? "" : until;
    }

    public String getMonths() {
        return months;
    }

    public void setMonths(@Nullable String months) {
        this.months = months == null ? "" : months;
    }

    public boolean isUntilEnd() {
        return untilEnd;
    }

    public void setUntilEnd(boolean untilEnd) {
        this.untilEnd = untilEnd;
    }
}
