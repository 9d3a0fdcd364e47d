package no.tillit.document.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the intake found in a file.
 *
 * @param mediaType as detected, without parameters
 * @param encrypted whether it opens only with a password
 * @param damaged whether the parser for its type could not read it to the end
 * @param text all text in it, empty when there is none
 * @param textCut whether there was more text than the limit
 * @param pages how many pages, when the format has pages and tells
 * @param seconds how long it plays, when it is sound and tells
 */
public record IntakeReport(
        String mediaType,
        boolean encrypted,
        boolean damaged,
        String text,
        boolean textCut,
        @Nullable Integer pages,
        @Nullable Integer seconds) {
    @Override
    public String toString() {
        return "IntakeReport[" + mediaType + ", text withheld]";
    }
}
