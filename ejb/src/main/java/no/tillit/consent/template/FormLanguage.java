package no.tillit.consent.template;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A language that letters and forms are written in (O-20). */
public enum FormLanguage {
    NB("nb", "d. MMMM uuuu"),
    NN("nn", "d. MMMM uuuu"),
    EN("en", "d MMMM uuuu");

    private final String tag;
    private final String date;

    FormLanguage(String tag, String date) {
        this.tag = tag;
        this.date = date;
    }

    /** Its tag: nb, nn or en. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The day as a letter in this language writes it. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(date, locale()).format(day);
    }

    /** @throws InvalidInput when the tag is none of these */
    public static FormLanguage of(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInput("unknown-language", "language", "The form's language is nb, nn or en."));
    }
}
