package no.tillit.admin.seal;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import no.tillit.admin.keys.Installed;
import no.tillit.kernel.Clock;
import no.tillit.keys.SealCertificate;
import no.tillit.seal.SealCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the certificate in use, for whoever is to check seals elsewhere. */
@Command(
        name = "certificate",
        description =
                "Prints the certificate that documents are sealed with, in PEM; what it is and until when, on standard"
                        + " error. Makes one if there is none.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:valid",
            "1:the keys cannot be reached",
            "2:wrong arguments",
            "3:expired, or within sixty days"
        })
final class ShowCertificate implements Callable<Integer> {
    private static final Duration SOON = Duration.ofDays(60);
    private static final int ENDING = 3;

    @Mixin
    private Installed installed = new Installed();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var clock = new Clock();
        SealCertificate certificate = installed.keys().seals(clock).current();
        PrintWriter err = spec.commandLine().getErr();
        tell(err, certificate);
        spec.commandLine().getOut().print(certificate.pem());
        spec.commandLine().getOut().flush();
        Instant soon = clock.now().plus(SOON);
        if (!certificate.isValidAt(soon)) {
            err.println("tillit-admin: the certificate ends at " + certificate.expiresAt()
                    + (certificate.selfMade() ? "; the next is made by itself" : "; bring the next with seal import"));
            return certificate.selfMade() ? 0 : ENDING;
        }
        return 0;
    }

    static void tell(PrintWriter err, SealCertificate certificate) {
        err.printf(
                "certificate %d: %s%n",
                certificate.version(), certificate.leaf().getSubjectX500Principal());
        err.printf(
                "issued by: %s%n",
                certificate.selfMade()
                        ? "this installation itself; nobody else vouches for it"
                        : certificate.leaf().getIssuerX500Principal());
        err.printf("SHA-256: %s%n", SealCheck.fingerprint(certificate.leaf()));
        err.printf("valid until: %s%n", certificate.expiresAt());
    }
}
