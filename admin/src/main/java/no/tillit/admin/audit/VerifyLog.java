package no.tillit.admin.audit;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import no.tillit.audit.internal.ExportStream;
import no.tillit.audit.internal.Exporting;
import no.tillit.verifier.VerifierKey;
import no.tillit.verifier.Verify;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the log in the database with what was signed, and with the checkpoints outside the database. */
@Command(
        name = "verify",
        description = {
            "Compares every entry in the database with what was signed and with the checkpoints in the folder outside it;"
                    + " changes nothing.",
            "For an export there is tillit-verify, which needs no database."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the log stands as it was signed",
            "1:entries were changed, removed, added or moved, or the log cannot be reached",
            "2:wrong arguments",
            "3:the log cannot be read to its end",
            "4:a signature is forged, missing or by another key"
        })
final class VerifyLog implements Callable<Integer> {
    @Mixin
    private LogDatabase log = new LogDatabase();

    @Option(
            names = {"-k", "--key"},
            paramLabel = "KEY",
            description =
                    "The log's public key, or a file with it; log.vkey in the folder of checkpoints unless given.")
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint kept elsewhere, or a folder of them; may be repeated.")
    private List<String> kept = new ArrayList<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws java.io.IOException {
        Path folder = log.checkpoints();
        String trusted = key == null ? folder.resolve("log.vkey").toString() : key;
        List<String> arguments = new ArrayList<>(List.of("--key", trusted, "--checkpoint", folder.toString()));
        kept.forEach(file -> arguments.addAll(List.of("--checkpoint", file)));
        if (quiet) {
            arguments.add("--quiet");
        }
        arguments.add("-");
        try (InputStream export = new ExportStream(new Exporting(log, origin(trusted), 0, Long.MAX_VALUE))) {
            return Verify.run(export, utf8(System.out), utf8(System.err), arguments.toArray(String[]::new));
        }
    }

    private static String origin(String key) throws java.io.IOException {
        Path file = Path.of(key);
        return VerifierKey.parse(Files.exists(file) ? Files.readString(file) : key)
                .name();
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
