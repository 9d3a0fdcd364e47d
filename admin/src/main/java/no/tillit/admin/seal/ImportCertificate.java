package no.tillit.admin.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import no.tillit.admin.keys.Installed;
import no.tillit.kernel.Clock;
import no.tillit.keys.SealCertificate;
import no.tillit.keys.SealKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Seals with another certificate from now on. */
@Command(
        name = "import",
        description =
                "Seals with the certificate of a PKCS#12 file from now on. The application may run. The private key is kept"
                        + " under the root key; destroy the file afterwards.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not taken; why is on standard error", "2:wrong arguments"})
final class ImportCertificate implements Callable<Integer> {
    @Mixin
    private Installed installed = new Installed();

    @Parameters(
            paramLabel = "FILE",
            description = "The PKCS#12 file (.p12, .pfx): one private key and its certificates.")
    private Path file = Path.of("");

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with the password in its first line; asked for when left out.")
    private @Nullable Path passwordFile;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SealKeys seals = installed.keys().seals(new Clock());
        char[] password = password();
        try (InputStream in = Files.newInputStream(file)) {
            SealCertificate taken = seals.adopt(in, password);
            ShowCertificate.tell(spec.commandLine().getErr(), taken);
            spec.commandLine().getOut().printf("certificate %d is in use%n", taken.version());
        } finally {
            Arrays.fill(password, '\0');
        }
        return 0;
    }

    private char[] password() throws IOException {
        if (passwordFile != null) {
            return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
        }
        var console = System.console();
        if (console == null) {
            throw new IllegalStateException("name the file with the password: --password-file");
        }
        return console.readPassword("Password of %s: ", file);
    }
}
