package no.tillit.admin.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.admin.keys.FileSettings;
import no.tillit.admin.testing.TestInstallation;
import no.tillit.kernel.Clock;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootKeys;
import no.tillit.keys.internal.RootSettings;
import no.tillit.keys.internal.SealMaterial;
import no.tillit.keys.upkeep.KeyPlace;
import no.tillit.seal.Sealing;
import no.tillit.seal.Sealing.Timestamp;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("tillit-admin seal and certificate")
class SealTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestInstallation installation;

    @BeforeEach
    void install() throws IOException {
        installation = new TestInstallation(folder);
        new RootKeys(() -> RootSettings.store(settings()), new RootKeyTable(keys()), new Clock()).open();
    }

    private FileSettings settings() {
        return new FileSettings(installation.configuration());
    }

    private DataSource keys() {
        return TestInstallation.as("tillit_keys_app", installation.keys());
    }

    private int run(String... arguments) {
        return installation.run(arguments);
    }

    private int seal(String command, String... more) {
        List<String> all = new ArrayList<>(
                List.of("seal", command, "-c", installation.configuration().toString()));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    /** What the running application seals. */
    private Path sealed(String name) throws IOException {
        var pdf = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(pdf);
        }
        var clock = new Clock();
        var sealing = new Sealing(KeyPlace.of(settings(), keys()).seals(clock), settings(), clock);
        Path file = folder.resolve(name);
        Files.write(
                file,
                sealing.seal(pdf.toByteArray(), "Invented", Timestamp.REQUIRED).pdf());
        return file;
    }

    @Test
    @DisplayName("the certificate is printed, a file sealed with it is intact, and says so without the installation")
    void verifies() throws IOException {
        assertThat(seal("certificate")).as(installation.complained()).isZero();
        assertThat(installation.said()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(installation.complained()).contains("this installation itself", "valid until");
        Path certificate = folder.resolve("seal.pem");
        Files.writeString(certificate, installation.said());
        Path file = sealed("sealed.pdf");

        assertThat(run("certificate", "verify", file.toString())).isZero();
        assertThat(installation.said()).contains("as it was sealed", "SHA-256", "time stamp: none");
        assertThat(run("certificate", "verify", file.toString(), "--certificate", certificate.toString()))
                .isZero();
        assertThat(installation.said()).contains("This is the certificate in");
    }

    @Test
    @DisplayName("a changed file, one without a seal and one of another certificate are told apart by the exit code")
    void finds() throws Exception {
        Path file = sealed("sealed.pdf");
        byte[] bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Path changed = Files.write(folder.resolve("changed.pdf"), bytes);
        assertThat(run("certificate", "verify", changed.toString())).isEqualTo(1);
        assertThat(run("certificate", "verify", installation.configuration().toString()))
                .isEqualTo(1);
        assertThat(installation.said()).contains("no PDF");

        assertThat(seal("certificate")).isZero();
        Path old = Files.writeString(folder.resolve("old.pem"), installation.said());
        assertThat(seal("import", pkcs12().toString(), "--password-file", password("invented")))
                .as(installation.complained())
                .isZero();
        assertThat(installation.said()).contains("certificate 2 is in use");
        Path newer = sealed("newer.pdf");
        assertThat(run("certificate", "verify", newer.toString(), "--certificate", old.toString()))
                .isEqualTo(4);
        assertThat(run("certificate", "verify", file.toString(), "--certificate", old.toString()))
                .isZero();
    }

    @Test
    @DisplayName("a file that is not fit to seal with is not taken, and the reason is said")
    void unfit() throws Exception {
        assertThat(seal("import", pkcs12().toString(), "--password-file", password("wrong")))
                .isEqualTo(1);
        assertThat(installation.complained()).contains("password").hasLineCount(1);
        assertThat(seal("certificate", "--help")).isZero();
        assertThat(installation.said()).contains("Exit codes:");
    }

    private String password(String password) throws IOException {
        return Files.writeString(folder.resolve("password-" + password), password + "\n")
                .toString();
    }

    private Path pkcs12() throws Exception {
        var material = SealMaterial.selfMade(UUID.randomUUID(), new Clock().now(), new SecureRandom());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "seal",
                material.key(),
                "invented".toCharArray(),
                material.chain().toArray(X509Certificate[]::new));
        Path file = folder.resolve("seal.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "invented".toCharArray());
        }
        return file;
    }
}
