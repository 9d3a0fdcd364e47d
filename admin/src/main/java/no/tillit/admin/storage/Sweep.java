package no.tillit.admin.storage;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import no.tillit.kernel.Clock;
import no.tillit.storage.BlobSweep;
import no.tillit.storage.Storage;
import no.tillit.storage.SweepingBlobs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes what a crash left: unfinished uploads and blobs that no row names. The application does it four times a day. */
@Command(
        name = "sweep",
        description = "Removes unfinished uploads and blobs that no row names, once they are old enough.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not done, or not to the end; doing it again goes on", "2:wrong arguments"})
final class Sweep implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofHours(1);

    @Mixin
    private Installed installed = new Installed();

    @Option(names = "--dry-run", description = "Names what would go, and removes nothing.")
    private boolean dryRun;

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            description = "How old it has to be, such as PT24H (unless said otherwise) or P7D; at least an hour.")
    private Duration grace = Duration.ofHours(24);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        if (grace.compareTo(SHORTEST) < 0) {
            throw new ParameterException(spec.commandLine(), "--grace is an hour at least: uploads may be going on");
        }
        PrintWriter out = spec.commandLine().getOut();
        Storage storage = installed.storage();
        try (Connection database = installed.database()) {
            BlobRows rows = new BlobRows(database);
            if (!rows.lockSweep()) {
                throw new IllegalStateException("another sweep is going on");
            }
            if (rows.isEmpty() && !dryRun) {
                throw new IllegalStateException(
                        "this database names no blob at all, so everything would go: is it the right one?");
            }
            SweepingBlobs sweeping = new SweepingBlobs(storage, new Clock());
            BlobSweep found = sweeping.preview(
                    grace,
                    rows::isKnown,
                    id -> out.println("unfinished " + id.value()),
                    id -> out.println("unknown " + id.value()));
            BlobSweep removed = dryRun ? found : sweeping.sweep(grace, rows::isKnown);
            out.printf(
                    "%d unfinished uploads and %d unknown blobs %s%n",
                    removed.pending(), removed.unknown(), dryRun ? "would go" : "removed");
            out.flush();
            return 0;
        }
    }
}
