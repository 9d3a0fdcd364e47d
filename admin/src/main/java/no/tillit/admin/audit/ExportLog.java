package no.tillit.admin.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import no.tillit.audit.internal.Exporting;
import no.tillit.verifier.ExportWriter;
import no.tillit.verifier.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The log as a file for the stand-alone verifier, as far as it is signed. */
@Command(
        name = "export",
        description = "Writes the log as a file for the stand-alone verifier, as far as it is sealed.",
        mixinStandardHelpOptions = true)
final class ExportLog implements Callable<Integer> {
    @Mixin
    private LogDatabase log = new LogDatabase();

    @Option(names = "--from", description = "Place of the first entry, from 0.")
    private long from;

    @Option(names = "--to", description = "Place after the last entry.")
    private long to = Long.MAX_VALUE;

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        String key = Files.readString(log.checkpoints().resolve("log.vkey"));
        Exporting exporting = new Exporting(log, VerifierKey.parse(key).name(), from, to);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
                file, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE))) {
            ExportWriter writer = new ExportWriter(out);
            boolean more = true;
            while (more) {
                more = exporting.step(writer);
            }
        }
        return 0;
    }
}
