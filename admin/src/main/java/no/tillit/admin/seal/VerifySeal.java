package no.tillit.admin.seal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import no.tillit.seal.SealCheck;
import no.tillit.seal.SealFindings;
import no.tillit.seal.SealFindings.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of a file whether it is as it was sealed, by whom and when; asks nobody. */
@Command(
        name = "verify",
        description =
                "Says whether a sealed PDF is as it was sealed, whose certificate sealed it and when. Needs nothing but the"
                        + " file: no network, no database.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:as it was sealed; with --certificate, by that certificate",
            "1:changed, added to, without a seal, or not readable",
            "2:wrong arguments",
            "4:as it was sealed, but by another certificate, or when the certificate was not valid"
        })
final class VerifySeal implements Callable<Integer> {
    private static final int CHANGED = 1;
    private static final int ANOTHER = 4;

    @Parameters(paramLabel = "FILE", description = "The sealed PDF.")
    private Path file = Path.of("");

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "The certificate (PEM) that it must be sealed with, as seal certificate printed it; may be repeated.")
    private List<Path> trusted = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        SealFindings found = SealCheck.of(Files.readAllBytes(file));
        out.println(inWords(found.state()));
        if (found.state() == State.UNSEALED || found.state() == State.UNREADABLE) {
            return CHANGED;
        }
        if (found.certificate() != null) {
            out.println("sealed by: " + found.certificate().getSubjectX500Principal());
            out.println("issued by: " + found.certificate().getIssuerX500Principal());
            out.println("SHA-256 of the certificate: " + found.fingerprint());
        }
        out.println("sealed at: " + found.sealedAt() + " (as the sealer says)");
        out.println(
                found.stampedAt() == null
                        ? "time stamp: none"
                        : "time stamp: " + found.stampedAt() + ", by " + found.stampedBy());
        if (found.state() != State.INTACT) {
            return CHANGED;
        }
        return isByTrusted(found, out) ? 0 : ANOTHER;
    }

    private boolean isByTrusted(SealFindings found, PrintWriter out) throws IOException {
        if (!found.sealedWhileValid()) {
            out.println("The certificate was not valid then.");
            return false;
        }
        if (trusted.isEmpty()) {
            out.println(
                    "Whose certificate this is, the SHA-256 tells: compare it, or name the certificate with --certificate.");
            return true;
        }
        for (Path each : trusted) {
            if (SealCheck.fingerprints(Files.readString(each)).contains(found.fingerprint())) {
                out.println("This is the certificate in " + each + ".");
                return true;
            }
        }
        out.println("This is none of the certificates named.");
        return false;
    }

    private static String inWords(State state) {
        return switch (state) {
            case INTACT -> "The file is as it was sealed.";
            case CHANGED -> "THE FILE WAS CHANGED after it was sealed.";
            case ADDED_TO -> "SOMETHING WAS ADDED to the file after it was sealed.";
            case UNSEALED -> "The file has no seal.";
            case UNREADABLE -> "The file is no PDF, or it is damaged.";
        };
    }
}
