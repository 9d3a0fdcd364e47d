package no.tillit.storage;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("blobs in memory")
class MemoryStorageTest {

    @Nested
    @DisplayName("as they are")
    class Plain extends StorageContract {
        @Override
        Storage storage() throws IOException {
            return new no.tillit.testing.MemoryStorage(java.time.Instant::now);
        }
    }

    @Nested
    @DisplayName("encrypted")
    class Encrypted extends StorageContract {
        @Override
        Storage storage() throws IOException {
            return new no.tillit.testing.MemoryStorage(java.time.Instant::now);
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
            return new no.tillit.testing.MemoryStorage(java.time.Instant::now);
        }
    }
}
