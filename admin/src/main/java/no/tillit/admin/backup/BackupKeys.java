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
import no.tillit.kernel.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final BackupTarget target = new BackupTarget();

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
        if (Files.isDirectory(target.folder().resolve("blobs"))) {
            throw new ParameterException(
                    spec.commandLine(),
                    target.folder() + " holds backups of the data; backups of keys lie apart from them");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<X509Certificate> certificates = target.certificates();
        Signing signing = target.signing();
        Instant now = new Clock().now();
        try (Dump dump = Dump.begin(target.owners().keys())) {
            out.println(BackupFile.write(dump, target.folder(), "keys", certificates, signing, now, table -> {})
                    .path());
        }
        for (Path old : BackupFile.olderThan(target.folder(), "keys", now.minus(Duration.ofDays(keepDays)))) {
            Files.delete(old);
            Files.deleteIfExists(Signature.beside(old));
            out.println("removed " + old);
        }
        out.flush();
        return 0;
    }
}
