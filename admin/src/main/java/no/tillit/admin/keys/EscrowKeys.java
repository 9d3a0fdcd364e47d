package no.tillit.admin.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import no.tillit.keys.upkeep.Escrow;
import no.tillit.keys.upkeep.EscrowSheet;
import no.tillit.keys.upkeep.KeyPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the root key in five parts, of which any three bring it back. */
@Command(
        name = "escrow",
        description = "Writes five sheets (PDF), one for each custodian. Any three bring the root key back.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; a root key in a token cannot be handed out", "2:wrong arguments"})
final class EscrowKeys implements Callable<Integer> {
    @Mixin
    private Installed installed = new Installed();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FOLDER",
            description = "Where to write the sheets: on a memory file system such as /dev/shm, never on a disk.")
    private Path out = Path.of("");

    @Option(names = "--dry-run", description = "Split the key and try every three sheets, but write none.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        KeyPlace place = installed.keys();
        List<EscrowSheet> sheets = Escrow.split(place);
        EscrowSheet first = sheets.get(0);
        if (!dryRun) {
            Files.createDirectories(
                    out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            for (EscrowSheet sheet : sheets) {
                write(sheet);
            }
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%sescrow %s of root key version %d: %d sheets, any %d restore it%n",
                        dryRun ? "would print: " : "",
                        first.escrowName(),
                        first.rootVersion(),
                        first.of(),
                        first.needed());
        return 0;
    }

    private void write(EscrowSheet sheet) throws IOException {
        Path file = out.resolve("tillit-escrow-" + sheet.escrowName() + "-sheet-" + sheet.number() + ".pdf");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, SheetPdf.render(sheet));
        spec.commandLine().getErr().println(file);
    }
}
