package no.tillit.consent.template;

import no.tillit.kernel.InvalidInput;

/** A part of the information letter: what it tells, its heading, and its text. */
public record LetterSection(Topic topic, Words heading, RichTexts text) {
    public LetterSection {
        if (topic == null) {
            throw new InvalidInput("missing", "topic", "Say what the section tells.");
        }
        heading = heading == null ? Words.NONE : heading;
        text = text == null ? RichTexts.NONE : text;
    }
}
