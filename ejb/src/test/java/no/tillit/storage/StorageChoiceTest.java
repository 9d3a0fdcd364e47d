package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.tillit.storage.internal.FileStorage;
import no.tillit.storage.internal.S3Settings;
import no.tillit.storage.internal.S3Storage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("where blobs are kept")
class StorageChoiceTest {
    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> values = new HashMap<>();

    private Storage open() {
        return StorageChoice.open(name -> Optional.ofNullable(values.get(name)));
    }

    private void bucket() {
        values.putAll(Map.of(
                "tillit.storage", "s3",
                "tillit.s3.endpoint", "https://s3.example.no",
                "tillit.s3.region", "no-1",
                "tillit.s3.bucket", "content",
                "tillit.s3.access.key", "tillit",
                "tillit.s3.secret.key", "from the environment"));
    }

    @Test
    @DisplayName("is a folder unless said otherwise")
    void files() {
        values.put("tillit.blobs.dir", folder.toString());
        assertThat(open()).isInstanceOf(FileStorage.class);
        values.put("tillit.storage", "files");
        assertThat(open()).isInstanceOf(FileStorage.class);
    }

    @Test
    @DisplayName("is a bucket when it is said, its secret from a file or the environment")
    void s3() throws IOException {
        bucket();
        assertThat(open()).isInstanceOf(S3Storage.class);
        Path secret = Files.writeString(folder.resolve("secret"), "from a file\n");
        values.put("tillit.s3.secret.key.file", secret.toString());
        S3Settings settings = S3Settings.read(name -> Optional.ofNullable(values.get(name)));
        assertThat(settings.secretKey()).isEqualTo("from a file");
        assertThat(settings.toString()).doesNotContain("from a file");
    }

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("is not guessed: a value that is missing or wrong is named")
    @CsvSource({
        "tillit.s3.region,",
        "tillit.s3.bucket,",
        "tillit.s3.access.key,",
        "tillit.s3.secret.key,",
        "tillit.s3.secret.key.file, /nowhere/at/all",
        "tillit.s3.endpoint, http://s3.example.no",
        "tillit.s3.endpoint, s3.example.no",
        "tillit.s3.path.style, yes",
        "tillit.s3.timeout.seconds, 0",
        "tillit.storage, S3",
        "tillit.storage, ftp"
    })
    void named(String name, String value) {
        bucket();
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(StorageUnusable.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("from the environment");
    }

    @Test
    @DisplayName("needs its folder")
    void folderMissing() {
        assertThatThrownBy(this::open).isInstanceOf(StorageUnusable.class).hasMessageContaining("tillit.blobs.dir");
    }
}
