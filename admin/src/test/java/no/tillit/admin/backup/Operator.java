package no.tillit.admin.backup;

import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody who may open backups: a certificate to give away, and a key to keep. */
record Operator(Path certificate, Path key) {
    static Operator in(Path folder, String name) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            var who = new X500Principal("CN=" + name);
            Instant now = Instant.now();
            var certificate = new JcaX509v3CertificateBuilder(
                            who,
                            BigInteger.ONE,
                            Date.from(now.minus(1, ChronoUnit.DAYS)),
                            Date.from(now.plus(1, ChronoUnit.DAYS)),
                            who,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
            return new Operator(
                    pem(folder.resolve(name + ".pem"), certificate),
                    pem(folder.resolve(name + ".key"), pair.getPrivate()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private static Path pem(Path file, Object what) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file);
                var pem = new JcaPEMWriter(writer)) {
            pem.writeObject(what);
        }
        return file;
    }
}
