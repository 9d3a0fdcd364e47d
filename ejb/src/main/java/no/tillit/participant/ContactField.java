package no.tillit.participant;

import java.text.Normalizer;
import java.util.Locale;

/** What a participant can be found by in the contact register, exactly. */
public enum ContactField {
    PHONE("phone"),
    EMAIL("email"),
    NATIONAL_ID("national_id");

    private final String column;

    ContactField(String column) {
        this.column = column;
    }

    /** Its column in the contact register. */
    public String column() {
        return column;
    }

    /** One way to write it, however it was written: {@code +47 22 33 44 55} and {@code 22334455} are the same number. */
    public String normalise(String value) {
        return switch (this) {
            case PHONE -> phone(value);
            case EMAIL ->
                Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            case NATIONAL_ID -> value.replaceAll("\\s", "");
        };
    }

    private static String phone(String value) {
        String digits = value.replaceAll("[^0-9+]", "").replaceFirst("^00", "+");
        return digits.matches("\\d{8}") ? "+47" + digits : digits;
    }
}
