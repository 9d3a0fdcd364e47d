package no.tillit.launcher.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A sound file that says nothing: a soft tone of 220 Hz. */
final class Tone {
    private static final int RATE = 8_000;
    private static final int HEADER = 44;

    private Tone() {}

    /** @param seconds length, 1 to 60 */
    static byte[] wav(int seconds) {
        int bytes = seconds * RATE * 2;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < seconds * RATE; i++) {
            wav.putShort((short) (2_000 * Math.sin(2 * Math.PI * 220 * i / RATE)));
        }
        return wav.array();
    }
}
