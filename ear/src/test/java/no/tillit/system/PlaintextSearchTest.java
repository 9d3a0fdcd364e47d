package no.tillit.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that finds nothing proves something only if it would have found it. */
class PlaintextSearchTest {
    private static final String MARKER = "Setningen som ingen skal få lese";
    private static final Instant LONG_AGO = Instant.EPOCH;

    private final PlaintextSearch search = new PlaintextSearch().text("marker", MARKER);

    @Test
    @DisplayName("a text is found in every form in which programs write it down")
    void forms(@TempDir Path folder) throws IOException {
        byte[] utf8 = MARKER.getBytes(StandardCharsets.UTF_8);
        assertFound(folder, utf8);
        assertFound(folder, MARKER.getBytes(StandardCharsets.UTF_16LE));
        assertFound(folder, MARKER.getBytes(StandardCharsets.UTF_16BE));
        assertFound(folder, HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        for (String before : new String[] {"", "a", "ab", "abc"}) {
            byte[] around = (before + MARKER + "after").getBytes(StandardCharsets.UTF_8);
            assertFound(folder, Base64.getEncoder().encode(around));
        }
    }

    @Test
    @DisplayName("a text across the edge of what is read at once is found")
    void edges(@TempDir Path folder) throws IOException {
        int length = MARKER.getBytes(StandardCharsets.UTF_8).length;
        for (int before : new int[] {(4 << 20) - length, (4 << 20) - length / 2, (4 << 20) - 1, 4 << 20}) {
            assertFound(folder, (" ".repeat(before) + MARKER + " ".repeat(9)).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    @DisplayName("a file from before, or without it, is passed over")
    void nothing(@TempDir Path folder) throws IOException {
        Path old = Files.writeString(folder.resolve("old"), MARKER);
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.writeString(folder.resolve("other"), "En annen setning");

        assertThat(search.in(folder, Instant.parse("2021-01-01T00:00:00Z"))).isEmpty();
        assertThat(search.in(folder.resolve("nowhere"), LONG_AGO)).isEmpty();
    }

    @Test
    @DisplayName("a piece of a file is found within another")
    void pieces(@TempDir Path folder) throws IOException {
        byte[] content = new byte[1000];
        new java.util.Random(1).nextBytes(content);
        byte[] spooled = new byte[2000];
        System.arraycopy(content, 0, spooled, 700, 1000);
        Files.write(folder.resolve("spool"), spooled);

        assertThat(new PlaintextSearch().file("upload", content, 100, 900).in(folder, LONG_AGO))
                .hasSize(2);
    }

    private void assertFound(Path folder, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        assertThat(search.in(folder, LONG_AGO)).as("%d bytes", content.length).isNotEmpty();
        Files.delete(file);
    }
}
