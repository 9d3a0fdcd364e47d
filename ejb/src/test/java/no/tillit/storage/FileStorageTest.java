package no.tillit.storage;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("blobs as files")
class FileStorageTest {
    @TempDir
    java.nio.file.Path folder = java.nio.file.Path.of("");

    @Nested
    @DisplayName("as they are")
    class Plain extends StorageContract {
        @Override
        Storage storage() throws IOException {
            return new no.tillit.storage.internal.FileStorage(java.nio.file.Files.createTempDirectory(folder, "store"));
        }
    }

    @Nested
    @DisplayName("encrypted")
    class Encrypted extends StorageContract {
        @Override
        Storage storage() throws IOException {
            return new no.tillit.storage.internal.FileStorage(java.nio.file.Files.createTempDirectory(folder, "store"));
        }

        @Override
        Face face(Storage over) {
            return new EncryptedFace(over);
        }
    }

    @Nested
    @DisplayName("damaged")
    class Damaged extends DamageContract {
        @Override
        Storage storage() throws IOException {
            return new no.tillit.storage.internal.FileStorage(java.nio.file.Files.createTempDirectory(folder, "store"));
        }
    }
}
