package no.tillit.admin.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import no.tillit.admin.OwnerConfiguration;
import no.tillit.admin.Owners;
import no.tillit.admin.SchemaOwner;
import no.tillit.admin.keys.FileSettings;
import no.tillit.storage.StorageChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Rows go back into an empty database, and content that is missing into the store. Whoever was erased since is erased again when
 * Tillit starts, before its port opens: old data are restored with the keys of today, never with old ones.
 */
@Command(
        name = "restore",
        description = "Restores a backup into an empty database, all of it or nothing. Stop Tillit first.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:restored",
            "1:nothing was restored",
            "2:wrong arguments",
            "3:the rows are restored; content they name is missing or damaged in the backup, and listed"
        })
public final class RestoreBackup implements Callable<Integer> {
    private static final int INCOMPLETE = 3;

    @Parameters(paramLabel = "FILE", description = "The backup (….tillit-backup), of the data or of the keys.")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "PEM", description = "The operator's private key.")
    private Path key = Path.of("");

    @Mixin
    private Owners owners = new Owners();

    @Option(
            names = {"-c", "--configuration"},
            paramLabel = "FILE",
            description = "The application's configuration, to put missing content back into its store.")
    private @Nullable Path configuration;

    @Option(
            names = "--content",
            paramLabel = "FOLDER",
            description = "The folder of backups whose content is put back; needs --configuration.")
    private @Nullable Path content;

    @Mixin
    private final SignerOptions signers = new SignerOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        if ((content == null) != (configuration == null)) {
            throw new ParameterException(spec.commandLine(), "--content and --configuration go together");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrivateKey opening = Envelope.privateKey(key);
        OwnerConfiguration databases = owners.read();
        // Read to its end first: a file that is damaged is known before anything is touched.
        Signature signature = signers.of(file);
        Manifest found = DumpReader.read(file, opening, new RowCount(), signature);
        out.println(signature);
        SchemaOwner into = found.database().equals(databases.keys().database()) ? databases.keys() : databases.tillit();
        try (var restoring = new Restoring(into, this::tell)) {
            DumpReader.read(file, opening, restoring, signature);
            restoring.keep();
        }
        out.printf("%s is as it was at %s%n", found.database(), found.taken());
        boolean complete = content == null || configuration == null || putBack(into, content, configuration, out);
        out.println("Start Tillit: whoever was erased since then is erased again before its port opens.");
        out.flush();
        return complete ? 0 : INCOMPLETE;
    }

    /** Puts back the content that is missing in the store; whether all of it is there now. */
    private static boolean putBack(SchemaOwner into, Path content, Path configuration, PrintWriter out)
            throws SQLException, IOException {
        try (var database = into.connect()) {
            KnownBlobs.Copied copied = new KnownBlobs(database)
                    .copy(BackupFolder.content(content), StorageChoice.open(new FileSettings(configuration)::optional));
            out.printf(
                    "%d blobs put back, %d there already, %d missing, %d damaged%n",
                    copied.copied(),
                    copied.there(),
                    copied.missing().size(),
                    copied.damaged().size());
            copied.missing().forEach(blob -> out.println("missing " + blob.value()));
            copied.damaged().forEach(blob -> out.println("damaged " + blob.value()));
            return copied.missing().isEmpty() && copied.damaged().isEmpty();
        }
    }

    private void tell(String progress) {
        spec.commandLine().getErr().println("tillit-admin: " + progress);
    }
}
