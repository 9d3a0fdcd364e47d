package no.tillit.admin.storage;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.tillit.kernel.Clock;
import no.tillit.storage.Fixity;
import no.tillit.storage.Storage;
import no.tillit.storage.SweepingBlobs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares every blob with the row that names it: length, hashes, digest. Needs no key and changes nothing. */
@Command(
        name = "check",
        description = "Compares every stored blob with its row, without any key; changes nothing.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every blob looked at is whole",
            "1:a blob is damaged or missing, or could not be looked at",
            "2:wrong arguments"
        })
final class Check implements Callable<Integer> {
    private static final Duration GRACE = Duration.ofHours(24);
    private static final int EVERY = 500;

    @Mixin
    private Installed installed = new Installed();

    @Option(names = "--since", paramLabel = "DATE", description = "Only what was kept on this day or later.")
    private @Nullable LocalDate since;

    @Option(names = "--sample", paramLabel = "PERCENT", description = "Only so many of a hundred, chosen by chance.")
    private int sample = 100;

    @Option(
            names = "--from",
            paramLabel = "ID",
            description = "Only blobs after this one: the last that a run named before it was stopped.")
    private UUID from = BlobRows.FIRST;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Map<Fixity, Integer> counts = new EnumMap<>(Fixity.class);
    private final Random chance = new Random();

    @Override
    public Integer call() throws SQLException, IOException {
        if (sample < 1 || sample > 100) {
            throw new ParameterException(spec.commandLine(), "--sample is a number from 1 to 100");
        }
        PrintWriter out = spec.commandLine().getOut();
        Storage storage = installed.storage();
        try (Connection database = installed.database()) {
            BlobRows rows = new BlobRows(database);
            checkAll(rows, storage, out);
            int unknown = new SweepingBlobs(storage, new Clock())
                    .preview(GRACE, rows::isKnown, id -> {}, id -> out.println("unknown " + id.value()))
                    .unknown();
            out.printf(
                    "%d whole, %d damaged, %d missing, %d unknown%n",
                    count(Fixity.WHOLE), count(Fixity.DAMAGED), count(Fixity.MISSING), unknown);
            out.flush();
        }
        return count(Fixity.DAMAGED) + count(Fixity.MISSING) == 0 ? 0 : 1;
    }

    private void checkAll(BlobRows rows, Storage storage, PrintWriter out) throws SQLException, IOException {
        Instant earliest =
                since == null ? Instant.EPOCH : since.atStartOfDay(Clock.ZONE).toInstant();
        UUID last = from;
        int looked = 0;
        for (List<BlobRows.Row> page = rows.after(last, earliest); !page.isEmpty(); page = rows.after(last, earliest)) {
            for (BlobRows.Row row : page) {
                if (sample == 100 || chance.nextInt(100) < sample) {
                    check(row, storage, rows, out);
                    looked++;
                }
                last = row.blob().value();
                if (looked > 0 && looked % EVERY == 0) {
                    tell(looked + " looked at, the last one " + last);
                }
            }
        }
    }

    /** A row that went with its blob while this was running is no damage. */
    private void check(BlobRows.Row row, Storage storage, BlobRows rows, PrintWriter out) throws IOException {
        Fixity found;
        try {
            found = Fixity.of(storage, row.blob(), row.length(), row.sha256());
        } catch (IOException e) {
            tell("the store failed at " + row.blob().value() + "; what comes before it has been looked at");
            throw e;
        }
        if (found == Fixity.MISSING && !rows.isKnown(row.blob())) {
            return;
        }
        counts.merge(found, 1, Integer::sum);
        if (found != Fixity.WHOLE) {
            out.println(found.name().toLowerCase(Locale.ROOT) + " " + row.blob().value());
            out.flush();
        }
    }

    private void tell(String progress) {
        spec.commandLine().getErr().println("tillit-admin: " + progress);
    }

    private int count(Fixity finding) {
        return counts.getOrDefault(finding, 0);
    }
}
