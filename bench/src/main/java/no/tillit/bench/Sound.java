package no.tillit.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** A WAV file of any length whose header leaves its length open, as recorders write it, filled with noise. */
final class Sound {
    private static final int HEADER = 44;
    private static final int BLOCK = 1 << 20;

    private Sound() {}

    static void write(Path file, long length) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        byte[] noise = new byte[BLOCK];
        new Random(1).nextBytes(noise);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(header());
            for (long left = length - HEADER, n = 0; left > 0; n++) {
                block.clear().put(noise).putLong(0, n).flip().limit((int) Math.min(BLOCK, left));
                left -= block.remaining();
                while (block.hasRemaining()) {
                    out.write(block);
                }
            }
        }
    }

    private static ByteBuffer header() {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(-1)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(48_000)
                .putInt(192_000)
                .putShort((short) 4)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(-1)
                .flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
