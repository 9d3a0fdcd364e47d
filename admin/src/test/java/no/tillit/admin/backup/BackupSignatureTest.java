package no.tillit.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import no.tillit.admin.OwnerConfiguration;
import no.tillit.admin.testing.TestInstallation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The signature of a backup")
class BackupSignatureTest {
    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Backups backups;

    @BeforeEach
    void installed() throws IOException {
        backups = new Backups(folder);
    }

    @Test
    @DisplayName(
            "says who made it; what somebody else made, who has the folder and the operators' certificates, is refused")
    void forged() throws IOException, SQLException {
        Path file = backups.make();
        byte[] whole = Files.readAllBytes(file);
        Path signature = Signature.beside(file);
        byte[] signed = Files.readAllBytes(signature);
        assertThat(backups.verify(file, backups.olga)).as(said()).isZero();
        assertThat(said()).contains("signed by CN=maker, SHA-256 ");

        Path other = forgedBy(Operator.in(folder, "forger"));
        Files.write(file, Files.readAllBytes(other));
        assertRefused(file, "changed after it was signed, or somebody else signed it");
        Files.write(signature, Files.readAllBytes(Signature.beside(other)));
        assertRefused(file, "changed after it was signed, or somebody else signed it");
        Files.delete(signature);
        assertRefused(file, "is not signed");
        Files.write(file, whole);
        assertRefused(file, "is not signed");
        Files.write(signature, new byte[] {1, 2, 3});
        assertRefused(file, "changed after it was signed, or somebody else signed it");
        Files.write(signature, signed);
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertRefused(file, "changed after it was signed, or somebody else signed it");
        Files.write(file, whole);
        assertThat(backups.verify(file, backups.olga)).as(said()).isZero();
    }

    @Test
    @DisplayName("is asked for, unless it is said aloud that anybody may have made the file")
    void saidAloud() throws IOException {
        Path file = backups.make();
        Files.delete(Signature.beside(file));
        String key = backups.olga.key().toString();
        assertThat(backups.installation.run("backup", "verify", file.toString(), "--key", key))
                .isEqualTo(2);
        assertThat(backups.installation.run("backup", "verify", file.toString(), "--key", key, "--whoever-made-it"))
                .as(said())
                .isZero();
        assertThat(said()).contains("signed by nobody we asked for");
    }

    @Test
    @DisplayName("is of the file that is read, also when it is exchanged in between")
    void exchanged() throws IOException {
        Path file = backups.make();
        Signature seen = Signature.of(file, Envelope.certificates(List.of(backups.maker.certificate())));
        var key = Envelope.privateKey(backups.olga.key());
        assertThatThrownBy(() -> {
                    Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
                    DumpReader.read(file, key, new RowCount(), seen);
                })
                .hasMessageContaining("somebody changed it");
    }

    @Test
    @DisplayName("is not made with a key that is not the certificate's: then there is no backup")
    void notTheirs() {
        assertThatThrownBy(() -> Signing.with(backups.olga.key(), backups.maker.certificate()))
                .hasMessageContaining("does not belong to the certificate");
    }

    private Path forgedBy(Operator forger) throws IOException, SQLException {
        var owner = OwnerConfiguration.read(backups.installation.owner()).tillit();
        try (Dump dump = Dump.begin(owner)) {
            return BackupFile.write(
                            dump,
                            folder.resolve("forged"),
                            "data",
                            Envelope.certificates(List.of(backups.olga.certificate())),
                            Signing.with(forger.key(), forger.certificate()),
                            Instant.EPOCH,
                            table -> {})
                    .path();
        }
    }

    private void assertRefused(Path file, String why) throws SQLException {
        assertThat(backups.verify(file, backups.olga)).isEqualTo(1);
        assertThat(backups.installation.complained()).contains(why);
        String empty = TestInstallation.empty("tillit_owner");
        assertThat(backups.restore(file, empty)).isEqualTo(1);
        assertThat(Backups.contents(empty)).isEmpty();
    }

    private String said() {
        return backups.installation.said() + backups.installation.complained();
    }
}
