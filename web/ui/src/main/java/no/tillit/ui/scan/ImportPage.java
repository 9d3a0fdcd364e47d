package no.tillit.ui.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.scan.ImportReport;
import no.tillit.scan.ImportedRow;
import no.tillit.scan.ImportedRow.Outcome;
import no.tillit.scan.ImportingConsents;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** Consents that were collected before, from a list: first tried, then taken in, with what became of each row. */
@Named
@RequestScoped
public class ImportPage {
    @Inject
    private ImportingConsents importing;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    private @Nullable String csv;
    private @Nullable ImportReport report;

    /** Tries the list and changes nothing. */
    public void rehearse() {
        run(true);
    }

    /** Takes the list in; the same list again makes no doubles, so a page that is sent again does no harm. */
    public void take() {
        run(false);
    }

    private void run(boolean rehearsal) {
        report = importing.run(chosen.require(), csv == null ? "" : csv, rehearsal, visitor.getPurpose());
    }

    public @Nullable ImportReport getReport() {
        return report;
    }

    /** How it went, in a sentence. */
    public String getSum() {
        ImportReport read = report;
        if (read == null) {
            return "";
        }
        long good = read.count(Outcome.READY) + read.count(Outcome.RECORDED) + read.count(Outcome.SCAN_NOT_ATTACHED);
        return say.it(
                read.rehearsal() ? "import.tried" : "import.done",
                good,
                read.count(Outcome.ALREADY_THERE),
                read.count(Outcome.REFUSED));
    }

    /** What became of a row, in words. */
    public String why(ImportedRow row) {
        String refusal = row.refusal();
        return refusal == null ? "" : say.refusal(refusal);
    }

    public @Nullable String getCsv() {
        return csv;
    }

    public void setCsv(@Nullable String csv) {
        this.csv = csv;
    }
}
