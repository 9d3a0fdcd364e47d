package no.tillit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Settings;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootKeys;
import no.tillit.testing.SoftHsm;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A missing value stops the start and is named. */
class KeyStoreSettingsTest {
    private final Map<String, String> values = new HashMap<>();

    private void start() {
        Settings settings = new Settings() {
            @Override
            public Optional<String> optional(String name) {
                return Optional.ofNullable(values.get(name));
            }
        };
        new RootKeys(settings, new RootKeyTable(TestDatabases.freshKeys()), new Clock()).open();
    }

    @Test
    @DisplayName("no passphrase, a short one, an unreadable file or no key store: each is named")
    void named() {
        assertThatThrownBy(this::start)
                .hasMessageContaining("tillit.keystore.passphrase.file")
                .hasMessageContaining("TILLIT_KEYSTORE_PASSPHRASE");

        values.put("tillit.keystore.passphrase", "fifteen letters");
        assertThatThrownBy(this::start).hasMessageContaining("shorter than 16").hasMessageNotContaining("fifteen");

        values.put("tillit.keystore.passphrase", "a passphrase long enough");
        assertThatThrownBy(this::start).hasMessageContaining("tillit.keystore.file");

        values.put("tillit.keystore.passphrase.file", "/nowhere/passphrase");
        assertThatThrownBy(this::start).hasMessageContaining("/nowhere/passphrase");
    }

    @Test
    @DisplayName("an unknown kind of store, and whatever a token needs, is named")
    void token() {
        values.put("tillit.keystore.kind", "hsm");
        assertThatThrownBy(this::start)
                .hasMessageContaining("tillit.keystore.kind")
                .hasMessageContaining("pkcs11");

        values.put("tillit.keystore.kind", "pkcs11");
        assertThatThrownBy(this::start).hasMessageContaining("tillit.pkcs11.library");

        values.put("tillit.pkcs11.library", "/nowhere/library.so");
        assertThatThrownBy(this::start).hasMessageContaining("/nowhere/library.so");

        values.put("tillit.pkcs11.library", SoftHsm.LIBRARY.toString());
        assertThatThrownBy(this::start).hasMessageContaining("tillit.pkcs11.token");

        values.put("tillit.pkcs11.token", "no such token");
        assertThatThrownBy(this::start)
                .hasMessageContaining("tillit.pkcs11.pin.file")
                .hasMessageContaining("TILLIT_PKCS11_PIN");

        values.put("tillit.pkcs11.pin", "secret-pin");
        assertThatThrownBy(this::start).hasMessageContaining("no such token").hasMessageNotContaining("secret-pin");

        values.put("tillit.pkcs11.token", new SoftHsm().label());
        values.put("tillit.pkcs11.pin", SoftHsm.PIN);
        start();
    }

    @Test
    @DisplayName("the passphrase is the first line of its file")
    void fromFile(@TempDir Path folder) throws IOException {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "a passphrase long enough\n");
        values.put("tillit.keystore.passphrase.file", passphrase.toString());
        values.put("tillit.keystore.file", folder.resolve("root.bcfks").toString());

        start();

        assertThat(folder.resolve("root.bcfks")).isNotEmptyFile();
    }
}
