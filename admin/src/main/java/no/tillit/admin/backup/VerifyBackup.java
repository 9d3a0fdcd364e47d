package no.tillit.admin.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import no.tillit.storage.Fixity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Reads a backup to its last byte: who made it, whether it opens, is what was written, has every row it says, and whether all content that
 * the rows name lies beside it as it was stored.
 */
@Command(
        name = "verify",
        description =
                "Reads a backup to its end, and the content beside it, and says whether it is whole; changes nothing, needs no"
                        + " database.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:whole",
            "1:not whole, changed, not signed by those named, not for this key, or content is damaged",
            "2:wrong arguments",
            "3:the rows are whole; content they name is not there (erased since and pruned, or lost), and listed"
        })
final class VerifyBackup implements Callable<Integer> {
    private static final int DAMAGED = 1;
    private static final int MISSING = 3;

    @Parameters(paramLabel = "FILE", description = "The backup (….tillit-backup), in its folder.")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "PEM", description = "The operator's private key.")
    private Path key = Path.of("");

    @Option(names = "--rows-only", description = "Leaves the content beside the file unread.")
    private boolean rowsOnly;

    @Mixin
    private final SignerOptions signers = new SignerOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        var content = new ContentCheck(BackupFolder.beside(file), out);
        var counting = new RowCount(rowsOnly ? null : content);
        Signature signature = signers.of(file);
        Manifest manifest = DumpReader.read(file, Envelope.privateKey(key), counting, signature);
        out.printf(
                "whole: %s of %s, schema %s, %d tables, %d rows%n",
                manifest.database(),
                manifest.taken(),
                manifest.schema(),
                manifest.tables().size(),
                counting.rows());
        if (!rowsOnly) {
            out.printf(
                    "content: %d whole, %d damaged, %d missing%n",
                    content.count(Fixity.WHOLE), content.count(Fixity.DAMAGED), content.count(Fixity.MISSING));
        }
        out.println(signature);
        out.flush();
        return content.count(Fixity.DAMAGED) > 0 ? DAMAGED : content.count(Fixity.MISSING) > 0 ? MISSING : 0;
    }
}
