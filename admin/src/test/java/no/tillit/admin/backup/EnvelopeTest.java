package no.tillit.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An envelope for operators")
class EnvelopeTest {
    /** Six zeros that end what was opened; they say nothing. */
    private static final int CLOSING = 6;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName("opens for each of them, and for nobody else")
    void opens() throws IOException {
        byte[] content = content(300_000);
        Operator one = Operator.in(folder, "one");
        Operator two = Operator.in(folder, "two");
        byte[] sealed = sealed(content, one, two);
        assertThat(read(sealed, one)).isEqualTo(content);
        assertThat(read(sealed, two)).isEqualTo(content);
        Operator other = Operator.in(folder, "other");
        assertThatThrownBy(() -> read(sealed, other)).hasMessageContaining("not for this key");
        assertThat(read(sealed(new byte[0], one), one)).isEmpty();
    }

    @Test
    @DisplayName("read to its end is what was sealed or nothing, whatever byte was changed or is missing")
    void authentic() throws IOException {
        Operator one = Operator.in(folder, "one");
        byte[] content = content(50_000);
        byte[] sealed = sealed(content, one);
        IntStream.concat(
                        IntStream.iterate(sealed.length - 49_000, at -> at < sealed.length - 60, at -> at + 977),
                        IntStream.range(sealed.length - 60, sealed.length - CLOSING))
                .forEach(at -> {
                    byte[] changed = sealed.clone();
                    changed[at] ^= 1;
                    assertThat(readOrNothing(changed, one))
                            .as("byte " + (at - sealed.length))
                            .isIn(Optional.empty(), Optional.of(ByteBuffer.wrap(content)));
                });
        byte[] tag = sealed.clone();
        tag[sealed.length - CLOSING - 1] ^= 1;
        assertThat(readOrNothing(tag, one)).isEmpty();
        for (int missing : new int[] {CLOSING + 1, 15, 16, 17, 18, 40, 4000}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(sealed, sealed.length - missing), one))
                    .as(missing + " bytes missing")
                    .isInstanceOf(Exception.class);
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private static byte[] sealed(byte[] content, Operator... operators) throws IOException {
        var out = new ByteArrayOutputStream();
        List<Path> certificates =
                Arrays.stream(operators).map(Operator::certificate).toList();
        try (OutputStream sealing = Envelope.seal(out, Envelope.certificates(certificates))) {
            sealing.write(content);
        }
        return out.toByteArray();
    }

    private static Optional<ByteBuffer> readOrNothing(byte[] sealed, Operator operator) {
        try {
            return Optional.of(ByteBuffer.wrap(read(sealed, operator)));
        } catch (IOException | RuntimeException noticed) {
            return Optional.empty();
        }
    }

    private static byte[] read(byte[] sealed, Operator operator) throws IOException {
        try (var in = Envelope.open(new ByteArrayInputStream(sealed), Envelope.privateKey(operator.key()))) {
            return in.readAllBytes();
        }
    }
}
