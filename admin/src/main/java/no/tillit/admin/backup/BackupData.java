package no.tillit.admin.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import no.tillit.admin.OwnerConfiguration;
import no.tillit.admin.keys.FileSettings;
import no.tillit.kernel.Clock;
import no.tillit.storage.Storage;
import no.tillit.storage.StorageChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The rows of {@code tillit} in one file, and the content they name as it is stored, while the application runs. No key to the
 * content is in it.
 */
@Command(
        name = "data",
        description = "Backs up the database tillit and the stored content, without any key, while Tillit runs.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the backup is whole", "1:there is no new backup", "2:wrong arguments"})
final class BackupData implements Callable<Integer> {
    @Option(
            names = {"-c", "--configuration"},
            required = true,
            paramLabel = "FILE",
            description = "The application's configuration (etc/tillit.properties).")
    private Path configuration = Path.of("");

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
            description = "Where backups lie; made if it is not there.")
    private Path to = Path.of("");

    @Option(
            names = "--for",
            required = true,
            paramLabel = "PEM",
            description = "Certificate of an operator who may open it (RSA); give it once for each.")
    private List<Path> operators = List.of();

    @Option(
            names = "--prune",
            description =
                    "Also removes from the backup the content that no row names any more, such as what was erased.")
    private boolean prune;

    @Option(names = "--dry-run", description = "Says what there is to back up, and writes nothing.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<X509Certificate> certificates = Envelope.certificates(operators);
        try (Dump dump = Dump.begin(OwnerConfiguration.read(owner).tillit())) {
            var known = new KnownBlobs(dump.snapshot());
            if (dryRun) {
                long[] totals = new long[2];
                known.each((blob, length, sha256) -> {
                    totals[0]++;
                    totals[1] += length;
                });
                out.printf(
                        "%d tables, %d blobs of %d bytes%n",
                        new Tables(dump.snapshot()).inOrder().size(), totals[0], totals[1]);
                out.flush();
                return 0;
            }
            Storage copies = BackupFolder.content(to);
            Storage store = StorageChoice.open(new FileSettings(configuration)::optional);
            KnownBlobs.Copied copied = known.copy(store, copies);
            var file = BackupFile.write(dump, to, "data", certificates, new Clock().now(), this::tell);
            out.printf(
                    "%s: %d blobs copied, %d there already, %d erased meanwhile%n",
                    file.path(), copied.copied(), copied.there(), copied.gone());
            if (prune) {
                out.printf("%d blobs removed that no row names%n", BackupFolder.prune(copies, known));
            }
            out.flush();
        }
        return 0;
    }

    private void tell(String progress) {
        spec.commandLine().getErr().println("tillit-admin: " + progress);
    }
}
