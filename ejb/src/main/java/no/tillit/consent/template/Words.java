package no.tillit.consent.template;

import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A line without markup, in each language; empty where it is not written yet.
 *
 * @param nb bokmål, at most {@value #MAX} characters, as the others
 */
public record Words(String nb, String nn, String en) {
    /** Most characters of one language. */
    public static final int MAX = 400;

    /** Nothing written yet. */
    public static final Words NONE = new Words("", "", "");

    public Words {
        nb = clean("nb", nb);
        nn = clean("nn", nn);
        en = clean("en", en);
    }

    public String in(FormLanguage language) {
        return switch (language) {
            case NB -> nb;
            case NN -> nn;
            case EN -> en;
        };
    }

    /** The same with other words in one language. */
    public Words with(FormLanguage language, @Nullable String words) {
        String said = words == null ? "" : words;
        return new Words(
                language == FormLanguage.NB ? said : nb,
                language == FormLanguage.NN ? said : nn,
                language == FormLanguage.EN ? said : en);
    }

    private static String clean(String field, @Nullable String text) {
        String clean = PlainText.optional(field, text, MAX);
        return clean == null ? "" : clean;
    }
}
