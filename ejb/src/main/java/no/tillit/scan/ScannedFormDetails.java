package no.tillit.scan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scanned form with its pages.
 *
 * @param hintedOn a date that stands on it, found by a program: a help to who types it, no more; null when none was found
 * @param looked whether a program has looked for a date
 * @param helped whether that program is installed here
 * @param pagesPrinted how many pages letter and form have; null when no code says
 * @param formPage the page on which the form begins, after the letter
 */
public record ScannedFormDetails(
        ScannedFormSummary summary,
        List<ScannedPage> pages,
        @Nullable LocalDate hintedOn,
        boolean looked,
        boolean helped,
        @Nullable Integer pagesPrinted,
        @Nullable Integer formPage) {
    public ScannedFormDetails {
        pages = List.copyOf(pages);
    }
}
