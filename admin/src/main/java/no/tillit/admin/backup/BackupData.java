package no.tillit.admin.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import no.tillit.admin.SchemaOwner;
import no.tillit.admin.keys.FileSettings;
import no.tillit.kernel.Clock;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;
import no.tillit.storage.StorageChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        exitCodeList = {
            "0:the backup is whole",
            "1:there is no new backup",
            "2:wrong arguments",
            "3:there is a new backup, but the store has lost or damaged content that rows still name; it is listed"
        })
final class BackupData implements Callable<Integer> {
    private static final int INCOMPLETE = 3;

    @Option(
            names = {"-c", "--configuration"},
            required = true,
            paramLabel = "FILE",
            description = "The application's configuration (etc/tillit.properties).")
    private Path configuration = Path.of("");

    @Mixin
    private final BackupTarget target = new BackupTarget();

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
        List<X509Certificate> certificates = target.certificates();
        Signing signing = target.signing();
        SchemaOwner owner = target.owners().tillit();
        try (Dump dump = Dump.begin(owner)) {
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
            Storage copies = BackupFolder.content(target.folder());
            Storage store = StorageChoice.open(new FileSettings(configuration)::optional);
            KnownBlobs.Copied copied = known.copy(store, copies);
            List<BlobId> lost;
            try (Connection now = owner.connect()) {
                lost = KnownBlobs.stillNamed(copied.missing(), now);
            }
            var file = BackupFile.write(
                    dump, target.folder(), "data", certificates, signing, new Clock().now(), this::tell);
            out.printf(
                    "%s: %d blobs copied, %d there already, %d erased meanwhile%n",
                    file.path(),
                    copied.copied(),
                    copied.there(),
                    copied.missing().size() - lost.size());
            lost.forEach(blob -> out.println("missing " + blob.value()));
            copied.damaged().forEach(blob -> out.println("damaged " + blob.value()));
            if (prune) {
                out.printf("%d blobs removed that no row names%n", BackupFolder.prune(copies, known));
            }
            out.flush();
            return lost.isEmpty() && copied.damaged().isEmpty() ? 0 : INCOMPLETE;
        }
    }

    private void tell(String progress) {
        spec.commandLine().getErr().println("tillit-admin: " + progress);
    }
}
