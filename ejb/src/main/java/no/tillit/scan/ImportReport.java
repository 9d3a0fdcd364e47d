package no.tillit.scan;

import java.util.List;
import no.tillit.scan.ImportedRow.Outcome;

/**
 * What became of a list of consents, row by row.
 *
 * @param rehearsal whether it was only tried: nothing has been changed then
 */
public record ImportReport(boolean rehearsal, List<ImportedRow> rows) {
    public ImportReport {
        rows = List.copyOf(rows);
    }

    /** How many rows went so. */
    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
