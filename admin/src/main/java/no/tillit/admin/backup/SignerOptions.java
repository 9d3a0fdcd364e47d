package no.tillit.admin.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whom one trusts to have made a backup: somebody named, or, said aloud, anybody. */
final class SignerOptions {
    @ArgGroup(multiplicity = "1")
    private Who who = new Who();

    private static final class Who {
        @Option(
                names = "--signed-by",
                paramLabel = "PEM",
                description =
                        "Certificate of who makes the backups; not from the folder of the backups. Once for each.")
        private List<Path> certificates = List.of();

        @Option(
                names = "--whoever-made-it",
                description = "Asks for no signature: anybody with an operator's certificate can have made this file.")
        private boolean anybody;
    }

    /** @throws no.tillit.admin.AdminFailure when none of those named has signed the file as it is */
    Signature of(Path backup) throws IOException {
        return who.anybody ? Signature.unasked(backup) : Signature.of(backup, Envelope.certificates(who.certificates));
    }
}
