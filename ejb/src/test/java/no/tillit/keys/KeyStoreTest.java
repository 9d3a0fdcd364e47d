package no.tillit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.keys.internal.KeyStoreFile;
import no.tillit.keys.internal.KeyStoreUnusable;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start of the application, as far as its root key decides it. */
class KeyStoreTest {
    private static final String PASSPHRASE = "the operator's long passphrase";
    private static final FieldContext PLACE = new FieldContext("contact", "phone", new UUID(0, 1));

    private final DataSource database = TestDatabases.freshKeys();
    private Path file;

    @BeforeEach
    void place(@TempDir Path folder) {
        file = folder.resolve("inner").resolve("root.bcfks");
    }

    private KeyRing start(DataSource keys, String passphrase) {
        return KeyRing.over(keys, new KeyStoreFile(file, passphrase.toCharArray()));
    }

    @Test
    @DisplayName("the first start makes a key store only its owner reads, the second finds the same keys in it")
    void survivesRestart() throws IOException {
        KeyRing first = start(database, PASSPHRASE);
        var subject = first.aSubject();
        byte[] field = first.fields().encrypt(subject, PLACE, "an invented number");
        var installation = first.installation().id();

        KeyRing second = start(database, PASSPHRASE);

        assertThat(second.fields().decrypt(subject, PLACE, field)).isEqualTo("an invented number");
        assertThat(second.installation().id()).isEqualTo(installation);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**pending");
    }

    @Test
    @DisplayName("a first start that stopped between file and database goes on with the file")
    void interruptedFirstStart() {
        start(TestDatabases.freshKeys(), PASSPHRASE);

        assertThat(start(database, PASSPHRASE).aSubject()).isNotNull();
    }

    @Test
    @DisplayName("a wrong passphrase stops the start and says so")
    void wrongPassphrase() {
        start(database, PASSPHRASE);

        assertThatThrownBy(() -> start(database, "another long passphrase"))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("passphrase is wrong")
                .hasMessageNotContaining("another long");
    }

    @Test
    @DisplayName("keys in the database and no key store: the start is refused and no new root key is made")
    void missing() throws IOException {
        start(database, PASSPHRASE);
        Files.delete(file);

        assertThatThrownBy(() -> start(database, PASSPHRASE))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining("is missing");
        assertThat(file).doesNotExist();
    }

    @Test
    @DisplayName("another installation's key store stops the start")
    void foreign() throws IOException {
        start(database, PASSPHRASE);
        Files.delete(file);
        start(TestDatabases.freshKeys(), PASSPHRASE);

        assertThatThrownBy(() -> start(database, PASSPHRASE))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining("another installation");
    }

    @Test
    @DisplayName("a damaged or readable key store stops the start")
    void damaged() throws IOException {
        start(database, PASSPHRASE);
        byte[] bytes = Files.readAllBytes(file);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> start(database, PASSPHRASE))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> start(database, PASSPHRASE)).isInstanceOf(KeyStoreUnusable.class);

        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> start(database, PASSPHRASE)).isInstanceOf(KeyStoreUnusable.class);
    }
}
