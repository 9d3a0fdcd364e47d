package no.tillit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.tillit.testing.S3Process;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a bucket's server")
class BucketHoldsNoPlaintextTest {
    private static final String MARKER = "the marker sentence of an invented person. ";
    private static final byte[] CONTENT = MARKER.repeat(200_000).getBytes(StandardCharsets.UTF_8);

    @Test
    @DisplayName("has not a word of the content in its folders, not in the middle of an upload and not after it")
    void nowhere() throws IOException {
        try (S3Process server = S3Process.start()) {
            String bucket = server.bucket();
            EncryptedFace face = new EncryptedFace(server.storage(bucket));
            List<Long> meanwhile = new ArrayList<>();
            InputStream looking = new InputStream() {
                @Override
                public int read() throws IOException {
                    meanwhile.add(assertNothingReadable(server.folder()));
                    return -1;
                }
            };
            face.keep(new SequenceInputStream(new ByteArrayInputStream(CONTENT), looking));

            assertThat(meanwhile)
                    .as("bytes seen in the middle")
                    .last()
                    .satisfies(seen -> assertThat(seen).isGreaterThan(5 << 20));
            assertThat(assertNothingReadable(server.folder())).isGreaterThan(CONTENT.length);
            Files.write(server.folder().resolve("control"), CONTENT);
            assertThat(holdsMarker(server.folder().resolve("control"))).isTrue();
        }
    }

    private static long assertNothingReadable(Path folder) throws IOException {
        long seen = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(holdsMarker(file)).as(file.toString()).isFalse();
                seen += Files.size(file);
            }
        }
        return seen;
    }

    private static boolean holdsMarker(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("marker");
    }
}
