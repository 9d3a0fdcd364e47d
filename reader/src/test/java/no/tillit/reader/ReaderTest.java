package no.tillit.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import no.tillit.testing.scans.Sheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The reader of scanned pages")
class ReaderTest {
    private static final String CODE = "TILLIT:2:7K3M-9QX2:NB:0123-4567-89AB:5/6:5";

    /** As many as a copier's tray takes; fewer here, since one at a time is in memory. */
    private static final int PAGES = 12;

    /** What was said of one page; kind as in the protocol. */
    private record Said(char kind, int page, String code, int turns, int width, int height) {}

    private static List<Said> read(byte[] file) throws IOException {
        return read(file, 1);
    }

    private static List<Said> read(byte[] file, int from) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new Reader(new DataOutputStream(bytes)).read(file, from);
        return said(bytes.toByteArray());
    }

    private static List<Said> said(byte[] answer) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(answer));
        assertThat(in.readInt()).isEqualTo(Reader.MAGIC);
        List<Said> all = new ArrayList<>();
        while (true) {
            char kind = (char) in.readByte();
            switch (kind) {
                case 'P', 'B', 'U' -> all.add(new Said(kind, in.readInt(), "", 0, 0, 0));
                case 'G' -> {
                    var page = new Said(kind, in.readInt(), in.readUTF(), in.readInt(), in.readInt(), in.readInt());
                    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(in.readNBytes(in.readInt())));
                    assertThat(picture.getWidth()).isEqualTo(page.width());
                    all.add(page);
                }
                case 'F' -> {
                    all.add(new Said(kind, 0, in.readUTF(), 0, 0, 0));
                    return all;
                }
                default -> {
                    all.add(new Said(kind, 0, "", 0, 0, 0));
                    return all;
                }
            }
        }
    }

    @Test
    @DisplayName("tells page by page what the codes of a batch say, and which pages are blank")
    void batch() throws IOException {
        byte[] pdf = Sheet.pdf("", Sheet.with(CODE, 200), Sheet.blank(200), Sheet.with("", 200));
        List<Said> said = read(pdf);
        assertThat(said).extracting(Said::kind).containsExactly('P', 'G', 'B', 'G', 'E');
        assertThat(said.get(0).page()).isEqualTo(3);
        assertThat(said.get(1)).isEqualTo(new Said('G', 1, CODE, 0, 1653, 2339));
        assertThat(said.get(3).code()).isEmpty();
        assertThat(read(pdf, 3)).extracting(Said::kind).containsExactly('P', 'G', 'E');
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("finds the code of a page that lies on its side or its head, and turns it upright")
    void turned(int quarters) throws IOException {
        byte[] file = Sheet.file(Pictures.turned(Sheet.with(CODE, 200), quarters), "png");
        Said page = read(file).get(1);
        assertThat(page.code()).isEqualTo(CODE);
        assertThat(page.turns()).isEqualTo(4 - quarters);
        assertThat(page.height()).isGreaterThan(page.width());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "tiff"})
    @DisplayName("reads photographs and scans that are pictures, large ones too")
    void pictures(String format) throws IOException {
        List<Said> said = read(Sheet.file(Sheet.with(CODE, 300), format));
        assertThat(said).extracting(Said::kind).containsExactly('P', 'G', 'E');
        assertThat(said.get(1).code()).isEqualTo(CODE);
        assertThat(said.get(1).height()).isLessThanOrEqualTo(Sheets.LONGER_SIDE);
    }

    @Test
    @DisplayName("does not tell what a code says that is not ours")
    void foreign() throws IOException {
        assertThat(read(Sheet.file(Sheet.with("https://example.no/kari", 200), "png"))
                        .get(1)
                        .code())
                .isEqualTo("?");
    }

    @Test
    @DisplayName("says why a file is not read: locked, broken, empty, something else")
    void refused() throws IOException {
        byte[] pdf = Sheet.pdf("", Sheet.with(CODE, 100));
        assertRefused("encrypted-file", Sheet.pdf("hemmelig", Sheet.with(CODE, 100)));
        assertRefused("damaged-file", "%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII));
        assertRefused("damaged-file", Arrays.copyOf(Sheet.file(Sheet.with("", 100), "png"), 2000));
        assertRefused("empty-file", new byte[0]);
        assertRefused("type-mismatch", "Hei".getBytes(StandardCharsets.US_ASCII));
        assertThat(read(Arrays.copyOf(pdf, pdf.length - 100)))
                .extracting(Said::kind)
                .isNotEmpty();
    }

    @Test
    @DisplayName("many pages in colour at 600 dots to the inch need no more memory than it is given")
    void boundedMemory() throws IOException, InterruptedException {
        BufferedImage sheet = Sheet.with(CODE, 600);
        byte[] pdf = Sheet.pdf("", Collections.nCopies(PAGES, sheet).toArray(BufferedImage[]::new));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reader.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(pdf);
        }
        List<Said> said = said(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).hasSize(PAGES + 2);
        assertThat(said.subList(1, PAGES + 1))
                .allSatisfy(page -> assertThat(page.code()).isEqualTo(CODE));
    }

    private static void assertRefused(String code, byte[] file) throws IOException {
        List<Said> said = read(file);
        assertThat(said.get(said.size() - 1)).isEqualTo(new Said('F', 0, code, 0, 0, 0));
    }
}
