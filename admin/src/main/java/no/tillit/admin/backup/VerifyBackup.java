package no.tillit.admin.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a backup to its last byte: whether it opens, is what was written, and has every row it says. */
@Command(
        name = "verify",
        description = "Reads a backup to its end and says whether it is whole; changes nothing, needs no database.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:whole", "1:not whole, changed, or not for this key", "2:wrong arguments"})
final class VerifyBackup implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The backup (….tillit-backup).")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "PEM", description = "The operator's private key.")
    private Path key = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        var counting = new RowCount();
        Manifest manifest = DumpReader.read(file, Envelope.privateKey(key), counting);
        out.printf(
                "whole: %s of %s, schema %s, %d tables, %d rows%n",
                manifest.database(),
                manifest.taken(),
                manifest.schema(),
                manifest.tables().size(),
                counting.rows());
        out.flush();
        return 0;
    }
}
