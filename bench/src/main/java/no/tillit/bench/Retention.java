package no.tillit.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** What is due among many records, and erasures of one person and of many. */
final class Retention {
    private final Database database;
    private final Supplier<BenchProject> projects;
    private final int pages;
    private final int scale;
    private final Report report;

    private Retention(Database database, Supplier<BenchProject> projects, int pages, int scale, Report report) {
        this.database = database;
        this.projects = projects;
        this.pages = pages;
        this.scale = scale;
        this.report = report;
    }

    /** @param projects makes a new one each time */
    static void measure(Database database, Supplier<BenchProject> projects, int pages, boolean small, Report report)
            throws IOException, SQLException, InterruptedException {
        new Retention(database, projects, pages, small ? 5 : 1, report).measure();
    }

    /** A tenth of all people are those of whom something is due, a fifth go by a job, a fifth by DELETE. */
    private void measure() throws IOException, SQLException, InterruptedException {
        BenchProject due = projects.get();
        BenchProject going = projects.get();
        BenchProject deleted = projects.get();
        var people = new ManyPeople(database);
        plan(people, due, 5_000 / scale, 5_000 / scale / ManyRecords.DUE);
        plan(people, going, 10_000 / scale, 0);
        plan(people, deleted, 10_000 / scale, 0);
        for (int i = 0; i < 5; i++) {
            plan(people, projects.get(), 5_000 / scale, 0);
        }
        long start = System.nanoTime();
        people.fill();
        int documents = 50_000 / scale * ManyPeople.DOCUMENTS;
        report.note(
                count("%,d documents of %,d people put in, with their files and keys", documents, 50_000 / scale),
                seconds((System.nanoTime() - start) / 1e9));
        open(due);
        due(new ManyRecords(due), documents);
        one(1_000 / scale);
        many(going, deleted, 10_000 / scale);
    }

    /** What was put in is what the application keeps: it opens a document of it, or nothing is measured. */
    private void open(BenchProject project) throws IOException, SQLException {
        try (Wire wire = new Wire(pages)) {
            wire.send(
                            "GET",
                            "/api/v1/documents/" + database.anyDocument(project.id()) + "/content",
                            project.researchers.get(0).headers())
                    .require(200);
        }
    }

    private static void plan(ManyPeople people, BenchProject project, int count, int dueEvery) {
        people.plan(UUID.fromString(project.id()), UUID.fromString(project.sample()), count, dueEvery);
    }

    private void due(ManyRecords records, int documents) {
        records.schedule();
        int all = 5_000 / scale * (ManyPeople.DOCUMENTS + ManyPeople.OTHERS);
        report.note(count("%,d records settled for the first time", all), seconds(records.settle()));
        String among = count(" among %,d documents", documents);
        report.atMost("1,000 due records listed" + among + ", worst of 10", "s", worst(records.due(10)), 1);
        report.atMost("preview of the 1,000" + among + ", worst of 5", "s", worst(records.previews(5)), 2);
        report.atMost(count("%,d records recomputed after the end was moved", all), "s", records.recompute(), 30);
    }

    private void one(int documents) throws IOException, SQLException, InterruptedException {
        OneErasure.Taken one = new OneErasure(database, projects.get(), pages).erase(documents);
        report.atMost(count("person with %,d documents: key destroyed", documents), "s", one.unreadable(), 2);
        report.atMost(count("person with %,d documents: gone and certified", documents), "s", one.gone(), 30);
    }

    private void many(BenchProject going, BenchProject deleted, int people) throws IOException, SQLException {
        database.rest();
        double plain = people / new PlainErasure(database, deleted).erase();
        database.rest();
        var erasures = new ManyErasures(database, going);
        ManyErasures.Taken taken;
        String memory;
        try (Memory server = Memory.watch(Machine.server(pages))) {
            taken = erasures.erase();
            memory = server.says();
        }
        String what = count("job over %,d participants with %,d documents", people, people * ManyPeople.DOCUMENTS);
        report.note(what + ": proposal, with its preview", seconds(taken.proposal()));
        report.note(what + ": approval", seconds(taken.approval()));
        report.note(what + ": run", seconds(taken.run()));
        report.note(what + ": steps in s", erasures.steps());
        report.note(what + ": memory", memory);
        report.atLeast(what + ", the approval included", "/s", people / taken.approved(), 100);
        report.ratio(what + ", the run alone", "/s", people / taken.run(), "DELETE and unlink", plain, 0.5);
    }

    private static double worst(double[] milliseconds) {
        return Report.percentile(milliseconds, 100) / 1_000;
    }

    private static String count(String text, Object... numbers) {
        return String.format(Locale.ROOT, text, numbers);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
