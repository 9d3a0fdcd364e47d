package no.tillit.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import no.tillit.verifier.Checkpoint;
import no.tillit.verifier.ExportWriter;
import no.tillit.verifier.GrowingTree;
import no.tillit.verifier.Hash;
import no.tillit.verifier.LogEntry;
import no.tillit.verifier.SignedNote;
import no.tillit.verifier.VerifierKey;

/** An export of a long log, signed at its end by a key of its own, and how long the verifier takes over it. */
final class LongLog {
    private static final String NAME = "bench.example/log";

    private LongLog() {}

    /** @return seconds from the start of the verifier's process to its end */
    static double verify(Path folder, int entries) throws IOException, InterruptedException, GeneralSecurityException {
        Path export = folder.resolve("log.export");
        String key = write(export, entries);
        long start = System.nanoTime();
        Process verifier = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "no.tillit.verifier.Verify",
                        "--quiet",
                        "--key",
                        key,
                        export.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (verifier.waitFor() != 0) {
            throw new IllegalStateException("the verifier says: " + said);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(export);
        return seconds;
    }

    /** The key's text form. */
    private static String write(Path export, int entries) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        VerifierKey key = VerifierKey.of(NAME, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        GrowingTree tree = new GrowingTree();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(export), 1 << 20)) {
            ExportWriter writer = new ExportWriter(out);
            writer.begin(NAME, 0, entries, entries);
            for (int place = 0; place < entries; place++) {
                LogEntry entry = AuditAppends.entry();
                Hash leaf = entry.leaf();
                tree.append(leaf);
                writer.entry(place, entry, leaf);
            }
            String text = new Checkpoint(NAME, entries, tree.root()).text();
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            writer.checkpoint(SignedNote.of(text, key, signature.sign()).toString());
            writer.end();
        }
        return key.toString();
    }
}
