package no.tillit.document;

import org.jspecify.annotations.Nullable;

/**
 * What can be read in a file, for a program that looks for something in it.
 *
 * @param text all text in it; null when none was found, or there was more than is kept
 */
public record FileWords(String fileName, @Nullable String text) {
    @Override
    public String toString() {
        return "FileWords[withheld]";
    }
}
