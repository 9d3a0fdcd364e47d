package no.tillit.admin.backup;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import no.tillit.admin.OwnerConfiguration;
import no.tillit.admin.Owners;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that makes a backup is told: whose databases, where to, who may open it, and who has made it. */
final class BackupTarget {
    @Mixin
    private Owners owners = new Owners();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description =
                    "Where these backups lie; made if it is not there. Those of the keys lie apart from those of the data.")
    private Path folder = Path.of("");

    @Option(
            names = "--for",
            required = true,
            paramLabel = "PEM",
            description = "Certificate of an operator who may open it (RSA); give it once for each.")
    private List<Path> operators = List.of();

    @Option(
            names = "--sign",
            required = true,
            paramLabel = "PEM",
            description = "The key that backups are signed with (RSA or elliptic curve).")
    private Path signingKey = Path.of("");

    @Option(
            names = "--signer",
            required = true,
            paramLabel = "PEM",
            description = "Its certificate, which whoever checks or restores has from another place.")
    private Path signer = Path.of("");

    OwnerConfiguration owners() {
        return owners.read();
    }

    Path folder() {
        return folder;
    }

    /** @throws no.tillit.admin.AdminFailure when key and certificate do not belong together */
    Signing signing() {
        return Signing.with(signingKey, signer);
    }

    List<X509Certificate> certificates() {
        return Envelope.certificates(operators);
    }
}
