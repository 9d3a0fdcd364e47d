package no.tillit.participant;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.kernel.InvalidInput;

/**
 * The name a participant goes by in a project, e.g. {@code D-0047-8}: a running number and a check digit (GDPR Art 4(5)).
 *
 * <p>The check digit is Damm's: one wrong digit, or two neighbours swapped, is always noticed, so a slip of the pen never
 * turns one person into another. The number says nothing about the person but the order of registration.
 */
public record Pseudonym(String value) {
    /** The highest number a project can give. */
    public static final int MAX_NUMBER = 9_999_999;

    private static final Pattern FORM = Pattern.compile("D-(\\d{4}|[1-9]\\d{4,6})-(\\d)");
    private static final String[] QUASIGROUP = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    /** @throws InvalidInput when it is not written like a pseudonym, or its check digit does not fit */
    public Pseudonym {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches() || damm(matcher.group(1)) != matcher.group(2).charAt(0) - '0') {
            throw new InvalidInput(
                    "pseudonym-mistyped", "pseudonym", "This is no pseudonym. Check its digits against the list.");
        }
    }

    /** The pseudonym with this running number, 1 to {@value #MAX_NUMBER}. */
    public static Pseudonym numbered(int number) {
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("The number of a pseudonym lies between 1 and " + MAX_NUMBER);
        }
        String digits = String.format(Locale.ROOT, "%04d", number);
        return new Pseudonym("D-" + digits + "-" + damm(digits));
    }

    private static int damm(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = QUASIGROUP[interim].charAt(digits.charAt(i) - '0') - '0';
        }
        return interim;
    }

    @Override
    public String toString() {
        return value;
    }
}
