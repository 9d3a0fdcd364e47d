package no.tillit.participant.internal;

import no.bekk.bekkopen.person.FodselsnummerValidator;

/** Norwegian national identity numbers and D numbers, synthetic ones too: eleven digits, a date and two check digits. */
public final class NationalId {
    static {
        FodselsnummerValidator.ALLOW_SYNTHETIC_NUMBERS = true;
    }

    private NationalId() {}

    /** Whether these eleven digits can be somebody's number. */
    public static boolean isValid(String digits) {
        return digits.matches("\\d{11}") && FodselsnummerValidator.isValid(digits);
    }
}
