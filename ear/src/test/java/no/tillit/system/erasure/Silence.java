package no.tillit.system.erasure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A second in which nobody says anything. */
final class Silence {
    private Silence() {}

    static byte[] wav() {
        var format = new AudioFormat(16_000, 16, 1, true, false);
        var samples = new AudioInputStream(new ByteArrayInputStream(new byte[32_000]), format, 16_000);
        var wav = new ByteArrayOutputStream();
        try {
            AudioSystem.write(samples, AudioFileFormat.Type.WAVE, wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wav.toByteArray();
    }
}
