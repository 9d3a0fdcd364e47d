package no.tillit.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import no.tillit.document.FileFormat;
import no.tillit.document.FileRefused;
import no.tillit.document.IntakeUnavailable;
import no.tillit.kernel.Settings;
import no.tillit.testing.IntakeProcess;
import no.tillit.testing.files.OddFiles;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The intake, as a process of its own")
class IntakeTest {
    private static final Formats FORMATS = new Formats();

    @ParameterizedTest(name = "{0}")
    @DisplayName("tells what a document is and finds its text")
    @CsvSource({"docx,DOCX", "odt,ODT", "pdf,PDF", "txt,TXT", "vtt,VTT", "srt,SRT"})
    void documents(String ending, FileFormat format) {
        IntakeReport report = look(format, SampleFiles.bytes(ending));
        assertThat(report.text()).contains(SampleFiles.SENTENCE);
        assertThat(report.textCut()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("tells what a recording is, and keeps no text of it")
    @CsvSource({"wav,WAV", "mp3,MP3", "m4a,M4A", "flac,FLAC", "ogg,OGG"})
    void recordings(String ending, FileFormat format) {
        assertThat(look(format, SampleFiles.bytes(ending)).text()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("tells what a picture is")
    @CsvSource({"png,PNG", "jpg,JPEG"})
    void pictures(String ending, FileFormat format) {
        assertThat(format.isDetectedAs(look(format, SampleFiles.bytes(ending)).mediaType()))
                .isTrue();
    }

    @Test
    @DisplayName("tells how long it is: pages and seconds")
    void measures() {
        assertThat(look(FileFormat.PDF, SampleFiles.bytes("pdf")).pages()).isEqualTo(1);
        assertThat(look(FileFormat.MP3, SampleFiles.bytes("mp3")).seconds()).isBetween(2, 30);
    }

    @Test
    @DisplayName("a file with a password is refused")
    void encrypted() {
        assertRefused("encrypted-file", FileFormat.PDF, SampleFiles.encryptedPdf());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("half a file is refused as damaged")
    @CsvSource({"docx,DOCX", "odt,ODT", "pdf,PDF", "wav,WAV", "m4a,M4A"})
    void damaged(String ending, FileFormat format) {
        assertRefused("damaged-file", format, SampleFiles.half(ending));
    }

    @ParameterizedTest(name = "{0} called {1}")
    @DisplayName("a file that is not what its name says is refused")
    @CsvSource({"pdf,DOCX", "docx,ODT", "docx,TXT", "mp3,WAV", "txt,PDF", "png,JPEG", "wav,MP3", "odt,DOCX", "pdf,TXT"})
    void mismatch(String ending, FileFormat promised) {
        assertRefused("type-mismatch", promised, SampleFiles.bytes(ending));
    }

    @ParameterizedTest
    @DisplayName("a text of nothing but blanks, or of nothing, is refused as empty")
    @ValueSource(strings = {"", " \n\t\n "})
    void empty(String text) {
        assertRefused("empty-file", FileFormat.TXT, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a document that asks for an address to be fetched fetches nothing")
    void fetchesNothing() throws IOException {
        var asked = new AtomicInteger();
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        });
        listener.start();
        try {
            byte[] file = OddFiles.docxThatFetches(
                    "http://127.0.0.1:" + listener.getAddress().getPort() + "/x");
            assertThat(look(FileFormat.DOCX, file).text()).contains("etter");
        } finally {
            listener.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    @DisplayName("a document that swells is refused, and the next one is read")
    void swells() {
        assertThatThrownBy(() -> look(FileFormat.DOCX, OddFiles.docxThatSwells()))
                .isInstanceOf(FileRefused.class);
        assertThat(look(FileFormat.TXT, SampleFiles.bytes("txt")).text()).contains(SampleFiles.SENTENCE);
    }

    @Test
    @DisplayName("when it does not run, files are refused for now")
    void down() throws IOException {
        int nobody;
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Intake intake = new Intake(at("http://127.0.0.1:" + nobody), java.time.Duration.ofMillis(300));
        assertThatThrownBy(() -> intake.inspect(() -> new ByteArrayInputStream(new byte[] {1}), 1))
                .isInstanceOf(IntakeUnavailable.class);
    }

    private static void assertRefused(String code, FileFormat promised, byte[] file) {
        assertThatThrownBy(() -> look(promised, file))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** As a file is looked at when it is received: its head first, then all of it. */
    private static IntakeReport look(FileFormat promised, byte[] file) {
        byte[] head = java.util.Arrays.copyOf(file, Math.min(file.length, Formats.HEAD));
        FORMATS.check(promised, head);
        FORMATS.checkLength(promised, head, file.length);
        return Inspection.judge(
                promised,
                new Intake(at(IntakeProcess.url())).inspect(() -> new ByteArrayInputStream(file), file.length));
    }

    private static Settings at(String url) {
        return new Settings() {
            @Override
            public Optional<String> optional(String name) {
                return name.equals("tillit.intake.url") ? Optional.of(url) : Optional.empty();
            }
        };
    }
}
