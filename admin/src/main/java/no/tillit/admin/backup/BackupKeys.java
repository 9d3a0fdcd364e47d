package no.tillit.admin.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import no.tillit.admin.OwnerConfiguration;
import no.tillit.kernel.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The rows of {@code tillit_keys}, wrapped keys and the erasure register, in a file of their own. What is older than thirty days
 * is removed: that is when an erasure has reached every backup (O-23).
 */
@Command(
        name = "keys",
        description = "Backs up the database tillit_keys, and removes its backups that are too old.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the backup is whole", "1:there is no new backup; none was removed", "2:wrong arguments"})
final class BackupKeys implements Callable<Integer> {
    private static final int LONGEST = 30;

    @Option(
            names = {"-o", "--owner"},
            required = true,
            paramLabel = "FILE",
            description = "The owners of the databases (etc/owner.properties).")
    private Path owner = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "Where backups of keys lie: not where those of the data lie.")
    private Path to = Path.of("");

    @Option(
            names = "--for",
            required = true,
            paramLabel = "PEM",
            description = "Certificate of an operator who may open it (RSA); give it once for each.")
    private List<Path> operators = List.of();

    @Option(
            names = "--keep-days",
            paramLabel = "DAYS",
            description = "How long backups of keys are kept, 1 to 30; 30 unless said.")
    private int keepDays = LONGEST;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        if (keepDays < 1 || keepDays > LONGEST) {
            throw new ParameterException(spec.commandLine(), "--keep-days is a number from 1 to 30");
        }
        if (Files.isDirectory(to.resolve("blobs"))) {
            throw new ParameterException(
                    spec.commandLine(), to + " holds backups of the data; backups of keys lie apart from them");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<X509Certificate> certificates = Envelope.certificates(operators);
        Instant now = new Clock().now();
        try (Dump dump = Dump.begin(OwnerConfiguration.read(owner).keys())) {
            out.println(BackupFile.write(dump, to, "keys", certificates, now, table -> {})
                    .path());
        }
        for (Path old : BackupFile.olderThan(to, "keys", now.minus(Duration.ofDays(keepDays)))) {
            Files.delete(old);
            out.println("removed " + old);
        }
        out.flush();
        return 0;
    }
}
