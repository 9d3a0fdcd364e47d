package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import no.tillit.keys.LooseKey;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.ChildJvm;
import no.tillit.testing.Contents;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("memory")
class ConstantMemoryTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName("of 64 MB is enough to write and read 1 GiB, whole and in part")
    void large() throws IOException {
        try (ChildJvm child = ChildJvm.run(
                Large.class,
                List.of("-Xmx64m", "-XX:MaxDirectMemorySize=16m", "-XX:+ExitOnOutOfMemoryError"),
                folder.toString())) {
            assertThat(child.line("read")).isEqualTo("read 1073741824 and 2000000");
        }
    }

    /** Writes a gibibyte of zeros and reads it back. */
    static final class Large {
        private Large() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            EncryptedFace face = new EncryptedFace(new FileStorage(Path.of(arguments[0])));
            StoredBlob blob = face.blobs.write(LooseKey.number(7), EncryptedFace.CONTEXT, Contents.zeros(1L << 30));
            Counting whole = new Counting();
            face.blobs.read(LooseKey.number(7), EncryptedFace.CONTEXT, blob, whole);
            Counting part = new Counting();
            face.blobs.readRange(LooseKey.number(7), EncryptedFace.CONTEXT, blob, 1_000_000_000, 1_002_000_000, part);
            System.out.println("read " + whole.bytes + " and " + part.bytes);
        }
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
