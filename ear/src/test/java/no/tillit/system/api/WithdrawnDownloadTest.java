package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A download that rests on a consent")
class WithdrawnDownloadTest {
    private static final int LENGTH = 32_000_000;

    @Test
    @DisplayName("breaks off when the consent is withdrawn on its way, short of what was announced")
    void breaksOff() throws IOException {
        Story story = Story.begin();
        String kari = story.participant();
        String consent = story.consent(kari, Map.of("interview", true, "audio-recording", true));
        String recording =
                Uploads.kept(Uploads.toInterview(story.interview(kari), "audio-recording", "lang.wav", silence()));
        try (Socket socket = asked(recording)) {
            InputStream in = socket.getInputStream();
            byte[] some = new byte[4096];
            long received = in.readNBytes(some, 0, some.length);
            assertThat(new String(some, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 200");
            long asked = System.nanoTime();
            story.withdraw(consent);
            Eventually.within(
                    Duration.ofSeconds(10), () -> System.nanoTime() - asked, passed -> passed > 1_500_000_000L);
            received += rest(in);
            assertThat(received).isBetween(4096L, LENGTH - 1L);
        }
        assertThat(Uploads.content("ingrid", "research", recording).statusCode())
                .isEqualTo(409);
    }

    /** How much still comes until the server ends it. */
    private static long rest(InputStream in) throws IOException {
        byte[] buffer = new byte[65_536];
        long received = 0;
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received += read;
            }
        } catch (SocketException brokenOff) {
            assertThat(brokenOff).hasMessageContaining("reset");
        }
        return received;
    }

    /** A connection that takes little at a time. */
    private static Socket asked(String document) throws IOException {
        URI api = URI.create(Stack.get().api());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8192);
        socket.connect(new InetSocketAddress(api.getHost(), api.getPort()));
        socket.setSoTimeout(30_000);
        String head = "GET " + api.getPath() + "/documents/" + document + "/content HTTP/1.1\r\n"
                + "Host: " + api.getAuthority() + "\r\n"
                + "Authorization: Bearer " + Api.token("ingrid") + "\r\n"
                + "Tillit-Purpose: research\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] silence() throws IOException {
        var format = new AudioFormat(16_000, 16, 1, true, false);
        var samples = new AudioInputStream(new ByteArrayInputStream(new byte[LENGTH]), format, LENGTH / 2);
        var wav = new ByteArrayOutputStream();
        AudioSystem.write(samples, AudioFileFormat.Type.WAVE, wav);
        return wav.toByteArray();
    }
}
