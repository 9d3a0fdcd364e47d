package no.tillit.consent.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.consent.template.internal.PaperCode;
import org.jspecify.annotations.Nullable;

/**
 * What the code at the foot of a printed page says, e.g. {@code TILLIT:2:7K3M-9QX2:NB:0000-1111-2222:5/6:5}: which form it is
 * and which of its pages. Neither name nor pseudonym.
 *
 * @param version the version's code
 * @param number of the form when it was printed for a person; null for a blank one
 * @param page from 1
 * @param pages how many the letter and the form have together
 * @param form the page on which the form begins; those before it are the letter, which people keep
 */
public record PaperMark(
        String version, FormLanguage language, @Nullable String number, int page, int pages, int form) {
    /** How the text of every code of ours begins. */
    public static final String OURS = "TILLIT:";

    private static final Pattern TEXT = Pattern.compile(OURS
            + "2:([0-9A-Z-]{2,40}):([A-Z]{2}):(-|[0-9A-Z-]{2,40}):([1-9]\\d{0,2})/([1-9]\\d{0,2}):([1-9]\\d{0,2})");

    public PaperMark {
        if (page > pages || form > pages) {
            throw new IllegalArgumentException("A page has its place among the pages");
        }
    }

    /** As the code says it. */
    public String text() {
        return OURS + "2:" + version + ":" + language.tag().toUpperCase(Locale.ROOT) + ":"
                + (number == null ? "-" : number) + ":" + page + "/" + pages + ":" + form;
    }

    /** Reads the text of a code; empty when it is not one of ours, or a sign of it is wrong. */
    public static Optional<PaperMark> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> version = PaperCode.read(matcher.group(1));
        boolean blank = matcher.group(3).equals("-");
        Optional<String> number = PaperCode.read(matcher.group(3));
        Optional<FormLanguage> language = Arrays.stream(FormLanguage.values())
                .filter(l -> l.name().equals(matcher.group(2)))
                .findFirst();
        int page = Integer.parseInt(matcher.group(4));
        int pages = Integer.parseInt(matcher.group(5));
        int form = Integer.parseInt(matcher.group(6));
        if (version.isEmpty() || language.isEmpty() || (number.isEmpty() && !blank) || page > pages || form > pages) {
            return Optional.empty();
        }
        return Optional.of(new PaperMark(version.get(), language.get(), number.orElse(null), page, pages, form));
    }
}
