package no.tillit.consent.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a project's forms, in the order of the pseudonyms; a person's forms are never cut apart.
 *
 * @param next what to ask after for more; null when this was all
 */
public record ExportPage(List<FormLine> lines, @Nullable String next) {
    public ExportPage {
        lines = List.copyOf(lines);
    }
}
