package no.tillit.keys.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a key store file")
class KeyStoreFileTest extends RootStoreContract {
    @TempDir
    private Path folder;

    @Override
    RootStore reopened() {
        return new KeyStoreFile(folder.resolve("root.bcfks"), "a passphrase of the tests".toCharArray());
    }

    @Test
    @DisplayName("says in its first line how the passphrase is hardened, and is refused with another line")
    void hardened() throws IOException {
        reopened().create(1);

        String first = firstLine();
        assertThat(first).startsWith("tillit-keystore-1 argon2id m=65536 t=3 p=1 salt=");
        refused(first.replace("m=65536", "m=1024"), "hardened less");
        refused(first.replace("t=3", "t=1"), "hardened less");
        refused(first.replaceAll("salt=.*", "salt=AAAAAAAAAAAAAAAAAAAAAA=="), "passphrase is wrong");
        refused(first.replace("m=65536", "m=99999999"), "not written by Tillit");
        refused(first.replace("t=3", "t=400"), "not written by Tillit");
        refused(first.replace("m=65536", "m=999999999999"), "first line is not");
        refused(first.replace("argon2id", "argon2d"), "first line is not");
        refused(first.replace("t=3", "t=2"), "passphrase is wrong");
        refused(first, null);
    }

    private String firstLine() throws IOException {
        return new String(Files.readAllBytes(folder.resolve("root.bcfks")), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private void refused(String line, @org.jspecify.annotations.Nullable String why) throws IOException {
        Path file = folder.resolve("root.bcfks");
        String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.writeString(file, line + all.substring(all.indexOf('\n')), StandardCharsets.ISO_8859_1);
        if (why == null) {
            assertThat(reopened().versions()).containsExactly(1);
        } else {
            assertThatThrownBy(() -> reopened().versions())
                    .as(line)
                    .isInstanceOf(KeyStoreUnusable.class)
                    .hasMessageContaining(why)
                    .hasMessageContaining(file.toString());
        }
    }
}
