package no.tillit.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verifier's command line: says whether a log stands as it was signed, or which entry is the first that does not. */
public final class Verify {
    /** It stands as it was signed. */
    public static final int STANDS = 0;
    /** Entries were changed, removed, added or moved. */
    public static final int BENT = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** A file cannot be read, or is not what was written. */
    public static final int DAMAGED = 3;
    /** A signature is forged, missing or by another key. */
    public static final int UNTRUSTED = 4;

    private static final String HELP = """
            Checks the audit log of Tillit, with nothing but this file.

              java -jar tillit-verifier.jar --key KEY [--checkpoint FILE]... [--quiet] EXPORT
                  An export of the log, "-" for standard input. Every entry, every checkpoint.
              java -jar tillit-verifier.jar --key KEY inclusion PROOF
                  That one entry stands in the log (c2sp.org/tlog-proof).
              java -jar tillit-verifier.jar --key KEY consistency OLDER NEWER PROOF
                  That the log of the newer checkpoint begins with the log of the older.

              --key KEY          the log's public key, as name+id+base64 or as a file with it. Get it from
                                 the organisation itself, not from where you got the export.
              --checkpoint FILE  a checkpoint you have kept, or a folder of *.checkpoint; may be repeated.
                                 Without one you see that the log fits its own signatures, and not whether
                                 its end was cut off.
              --quiet            no progress

            Exit codes: 0 it stands as it was signed; 1 entries were changed, removed, added or moved (the first
            is named); 2 wrong arguments; 3 a file cannot be read or was damaged; 4 a signature is forged, missing
            or by another key.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final List<String> kept = new ArrayList<>();
    private final Deque<String> plain = new ArrayDeque<>();
    private @Nullable VerifierKey key;
    private boolean quiet;

    private Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(run(System.in, System.out, System.err, arguments));
    }

    /** As the command line, with streams of the caller's; gives the exit code. */
    public static int run(InputStream in, PrintStream out, PrintStream err, String... arguments) {
        try {
            return new Verify(out, err).start(in, arguments);
        } catch (IllegalArgumentException e) {
            err.println("tillit-verifier: " + e.getMessage());
            return USAGE;
        } catch (IOException e) {
            err.println("tillit-verifier: cannot read " + e.getMessage());
            return DAMAGED;
        }
    }

    private int start(InputStream in, String... arguments) throws IOException {
        for (var each = Arrays.asList(arguments).iterator(); each.hasNext(); ) {
            String argument = each.next();
            switch (argument) {
                case "--help", "-h" -> {
                    out.print(HELP);
                    return STANDS;
                }
                case "--quiet", "-q" -> quiet = true;
                case "--key", "-k" -> key = key(value(argument, each));
                case "--checkpoint", "-c" -> keep(Path.of(value(argument, each)));
                default -> plain.add(argument);
            }
        }
        VerifierKey known = key;
        String first = plain.poll();
        if (known == null || first == null) {
            throw new IllegalArgumentException("the key and the export are needed, see --help");
        }
        return switch (first) {
            case "inclusion" -> inclusion(known);
            case "consistency" -> consistency(known);
            default -> export(known, first, in);
        };
    }

    private static String value(String option, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static VerifierKey key(String given) throws IOException {
        return VerifierKey.parse(
                given.contains("+") && !Files.exists(Path.of(given)) ? given : Files.readString(Path.of(given)));
    }

    private void keep(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            kept.add(Files.readString(file));
            return;
        }
        try (Stream<Path> files = Files.list(file)) {
            for (Path each : files.filter(f -> f.toString().endsWith(".checkpoint"))
                    .sorted()
                    .toList()) {
                kept.add(Files.readString(each));
            }
        }
    }

    private int export(VerifierKey known, String file, InputStream in) throws IOException {
        Verification verification = new Verification(known, kept, this::progress);
        Verification.Result result;
        if (file.equals("-")) {
            result = verification.of(new ExportReader(in));
        } else {
            try (InputStream opened = Files.newInputStream(Path.of(file))) {
                result = verification.of(new ExportReader(opened));
            }
        }
        result.notes().stream().limit(20).forEach(note -> out.println("note: " + note));
        result.findings().stream().limit(20).forEach(finding -> out.println("FOUND " + finding.words()));
        Finding worst = result.worst();
        if (worst == null) {
            out.printf(
                    "The log stands as it was signed: %d entries of %d, from entry %d on.%n",
                    result.entries(), result.size(), result.first());
            return STANDS;
        }
        boolean damaged = result.findings().stream().anyMatch(f -> f.kind() == Finding.Kind.DAMAGED);
        if (damaged) {
            out.println("The export is damaged: get a new one before you conclude anything about the log.");
            return DAMAGED;
        }
        out.println(
                worst.entry() < 0
                        ? "The log cannot be trusted: " + worst.words()
                        : "The log was bent. First bad entry: " + worst.entry() + ".");
        return worst.kind().isAboutSignatures() ? UNTRUSTED : BENT;
    }

    private void progress(long entries) {
        if (!quiet) {
            err.printf("%d entries%n", entries);
        }
    }

    private int inclusion(VerifierKey known) throws IOException {
        InclusionProof proof = InclusionProof.parse(Files.readString(Path.of(next("the proof"))));
        boolean holds = proof.holds(known);
        out.printf(holds ? "Entry %d stands in the log.%n" : "The proof does not hold for entry %d.%n", proof.place());
        if (holds) {
            out.println(printable(proof.entry()));
        }
        return holds ? STANDS : BENT;
    }

    private int consistency(VerifierKey known) throws IOException {
        Checkpoint older = trusted(known, Files.readString(Path.of(next("the older checkpoint"))));
        Checkpoint newer = trusted(known, Files.readString(Path.of(next("the newer checkpoint"))));
        List<Hash> hashes = Files.readAllLines(Path.of(next("the proof"))).stream()
                .filter(line -> !line.isBlank())
                .map(Hash::ofBase64)
                .toList();
        boolean holds = Proofs.consistent(older.size(), older.root(), newer.size(), newer.root(), hashes);
        out.printf(
                holds
                        ? "The log of %2$d entries begins with the log of %1$d entries.%n"
                        : "The proof does not hold: the log of %2$d entries is not shown to begin with the one of %1$d.%n",
                older.size(),
                newer.size());
        return holds ? STANDS : BENT;
    }

    private Checkpoint trusted(VerifierKey known, String text) throws IOException {
        SignedNote note = SignedNote.parse(text);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (note.check(known.named(checkpoint.origin())) != SignedNote.Check.SIGNED
                || !checkpoint.origin().startsWith(known.name())) {
            throw new IOException("a checkpoint: it is not signed by the key");
        }
        return checkpoint;
    }

    private String next(String what) {
        String next = plain.poll();
        if (next == null) {
            throw new IllegalArgumentException(what + " is missing, see --help");
        }
        return next;
    }

    /** The texts of an entry, for the eye; the bytes are what counts. */
    private static String printable(byte[] entry) {
        String text = new String(entry, StandardCharsets.UTF_8);
        return text.codePoints()
                .map(c -> c >= 0x20 && c != 0x7f && c != 0xfffd ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
