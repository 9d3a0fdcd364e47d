package no.tillit.storage;

import java.io.IOException;
import no.tillit.testing.S3Process;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("blobs in a bucket")
class S3StorageTest {

    @Nested
    @DisplayName("as they are")
    class Plain extends StorageContract {
        @Override
        Storage storage() throws IOException {
            return S3Process.shared().storage(S3Process.shared().bucket());
        }
    }

    @Nested
    @DisplayName("encrypted")
    class Encrypted extends StorageContract {
        @Override
        Storage storage() throws IOException {
            return S3Process.shared().storage(S3Process.shared().bucket());
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
            return S3Process.shared().storage(S3Process.shared().bucket());
        }
    }
}
