package no.tillit.consent.template;

import org.jspecify.annotations.Nullable;

/** Paragraphs in each language; empty where they are not written yet. */
public record RichTexts(RichText nb, RichText nn, RichText en) {
    /** Nothing written yet. */
    public static final RichTexts NONE = new RichTexts(RichText.NONE, RichText.NONE, RichText.NONE);

    public RichTexts {
        nb = orNone(nb);
        nn = orNone(nn);
        en = orNone(en);
    }

    public RichText in(FormLanguage language) {
        return switch (language) {
            case NB -> nb;
            case NN -> nn;
            case EN -> en;
        };
    }

    /** The same with another text in one language. */
    public RichTexts with(FormLanguage language, RichText text) {
        return new RichTexts(
                language == FormLanguage.NB ? text : nb,
                language == FormLanguage.NN ? text : nn,
                language == FormLanguage.EN ? text : en);
    }

    private static RichText orNone(@Nullable RichText text) {
        return text == null ? RichText.NONE : text;
    }
}
