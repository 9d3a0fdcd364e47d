package no.tillit.consent.template.internal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that stands on paper can be read aloud and typed: digits and letters that are not mistaken for one another, the last
 * of them a check that finds a wrong or swapped one.
 */
public final class PaperCode {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = SIGNS.length();

    private PaperCode() {}

    /** A new code of so many random signs and one to check them, in groups of four. */
    public static String random(int signs, SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < signs; i++) {
            code.append(SIGNS.charAt(random.nextInt(BASE)));
        }
        return grouped(code.append(check(code)).toString());
    }

    /** The code as it is kept, from what somebody typed; empty when it is mistyped. */
    public static Optional<String> read(String typed) {
        String signs = typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[\\s-]", "");
        if (signs.length() < 2 || signs.chars().anyMatch(c -> SIGNS.indexOf(c) < 0)) {
            return Optional.empty();
        }
        String body = signs.substring(0, signs.length() - 1);
        return signs.charAt(signs.length() - 1) == check(body) ? Optional.of(grouped(signs)) : Optional.empty();
    }

    /** The Luhn algorithm for 32 signs: a wrong sign changes it, and so do two neighbours that are swapped. */
    private static char check(CharSequence body) {
        int factor = 2;
        int sum = 0;
        for (int i = body.length() - 1; i >= 0; i--) {
            int addend = factor * SIGNS.indexOf(body.charAt(i));
            factor = factor == 2 ? 1 : 2;
            sum += addend / BASE + addend % BASE;
        }
        return SIGNS.charAt((BASE - sum % BASE) % BASE);
    }

    private static String grouped(String signs) {
        return signs.replaceAll("(.{4})(?=.)", "$1-");
    }
}
