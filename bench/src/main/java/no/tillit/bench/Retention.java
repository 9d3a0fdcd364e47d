package no.tillit.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Supplier;

/** What is due among many records, and erasures of one person and of many. */
final class Retention {
    private Retention() {}

    /** @param projects makes a new one each time */
    static void measure(Database database, Supplier<BenchProject> projects, int pages, boolean small, Report report)
            throws IOException, SQLException, InterruptedException {
        var records = new ManyRecords(database, projects.get(), small ? 1_000 : 5_000);
        records.fill();
        report.note(count("%,d records settled for the first time", records.records()), seconds(records.settle()));
        String among = count(" among %,d documents", records.documents());
        report.atMost("1,000 due records listed" + among + ", worst of 10", "s", worst(records.due(10)), 1);
        report.atMost("preview of the 1,000" + among + ", worst of 5", "s", worst(records.previews(5)), 2);
        report.atMost(
                count("%,d records recomputed after the end was moved", records.records()),
                "s",
                records.recompute(),
                30);
        int documents = small ? 125 : 1_000;
        OneErasure.Taken one = new OneErasure(database, projects.get(), pages).erase(documents);
        report.atMost(count("person with %,d documents: key destroyed", documents), "s", one.unreadable(), 2);
        report.atMost(count("person with %,d documents: gone and certified", documents), "s", one.gone(), 30);
        int people = small ? 1_250 : 10_000;
        var erasures = new ManyErasures(database, projects.get(), people);
        erasures.fill();
        double plain = erasures.eraseCopy();
        ManyErasures.Taken taken = erasures.erase();
        String what = count("job over %,d participants", people);
        report.note(what + ": approval", seconds(taken.approval()));
        report.note(what + ": run", seconds(taken.run()));
        report.note(what + ": steps in s", erasures.steps());
        report.atLeast(what, "/s", people / taken.all(), 100);
        report.ratio(what + ", the run alone", "/s", people / taken.run(), "DELETE and unlink", plain, 0.5);
    }

    private static double worst(double[] milliseconds) {
        return Report.percentile(milliseconds, 100) / 1_000;
    }

    private static String count(String text, int number) {
        return String.format(Locale.ROOT, text, number);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
