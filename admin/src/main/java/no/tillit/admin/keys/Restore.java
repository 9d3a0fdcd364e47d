package no.tillit.admin.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import no.tillit.kernel.Settings;
import no.tillit.keys.upkeep.Escrow;
import no.tillit.keys.upkeep.EscrowSheet;
import no.tillit.keys.upkeep.KeyPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the root key back from its custodians, into a new key store file. */
@Command(
        name = "restore",
        description =
                "Brings the root key back from three sheets, each typed into a text file of its own, and writes it"
                        + " to the configured key store. Nothing is written unless it is the key that the database knows.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; which sheet and line is on standard error", "2:wrong arguments"})
final class Restore implements Callable<Integer> {
    @Mixin
    private Installed installed = new Installed();

    @Parameters(arity = "1..*", paramLabel = "SHEET", description = "Text files with the numbered lines of a sheet.")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "Check the sheets, and write nothing.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<EscrowSheet> sheets = new ArrayList<>();
        for (Path file : files) {
            EscrowSheet sheet = EscrowSheet.read(String.valueOf(file.getFileName()), Files.readAllLines(file));
            spec.commandLine()
                    .getErr()
                    .printf("%s: sheet %d of escrow %s%n", file.getFileName(), sheet.number(), sheet.escrowName());
            sheets.add(sheet);
        }
        Settings settings = installed.settings();
        KeyPlace place = KeyPlace.of(settings, installed.database());
        int version = Escrow.restore(sheets, place, dryRun);
        spec.commandLine()
                .getOut()
                .printf(
                        "root key version %d %s %s%n",
                        version, dryRun ? "would be restored to" : "is restored to", place.store());
        return 0;
    }
}
