package no.tillit.scan.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The date beside a signature, as far as a program can tell: the last one on the page that is not in the future nor long ago. */
final class DatesInText {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "ma[iy]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "de[sc]");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?[./-]\\s?(\\d{1,2})\\s?[./-]\\s?(20\\d\\d|\\d\\d)(?!\\d)");
    private static final Pattern WORDS = Pattern.compile(
            "(?<!\\d)(\\d{1,2})\\.?\\s+(" + String.join("|", MONTHS) + ")[a-z]*\\.?\\s+(20\\d\\d)(?!\\d)");

    private DatesInText() {}

    /**
     * @param earliest the first day that can be meant
     * @param latest the last one
     */
    static Optional<LocalDate> last(String text, LocalDate earliest, LocalDate latest) {
        String small = text.toLowerCase(Locale.ROOT);
        LocalDate last = null;
        int at = -1;
        for (Pattern pattern : List.of(NUMBERS, WORDS)) {
            Matcher matcher = pattern.matcher(small);
            while (matcher.find()) {
                Optional<LocalDate> day = day(matcher.toMatchResult())
                        .filter(found -> !found.isBefore(earliest) && !found.isAfter(latest));
                if (day.isPresent() && matcher.start() > at) {
                    at = matcher.start();
                    last = day.get();
                }
            }
        }
        return Optional.ofNullable(last);
    }

    private static Optional<LocalDate> day(MatchResult found) {
        int year = Integer.parseInt(found.group(3));
        try {
            return Optional.of(LocalDate.of(
                    year < 100 ? 2000 + year : year, month(found.group(2)), Integer.parseInt(found.group(1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int month(String said) {
        if (said.matches("\\d+")) {
            return Integer.parseInt(said);
        }
        for (int i = 0; i < MONTHS.size(); i++) {
            if (said.matches(MONTHS.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
