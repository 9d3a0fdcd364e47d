package no.tillit.reader;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as it wrote into the photograph (Exif 2.32, tag 0x0112). */
final class CameraHeld {
    private static final int APP1 = 0xFFE1;
    private static final int EXIF = 0x45786966;
    private static final int ORIENTATION = 0x0112;

    private CameraHeld() {}

    /** Quarter turns clockwise that make the photograph upright; 0 when it does not say. */
    static int turns(byte[] file) {
        try {
            return find(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException notSaid) {
            return 0;
        }
    }

    private static int find(ByteBuffer jpeg) {
        if (jpeg.getShort() != (short) 0xFFD8) {
            return 0;
        }
        while (true) {
            int marker = Short.toUnsignedInt(jpeg.getShort());
            int length = Short.toUnsignedInt(jpeg.getShort());
            if (marker < 0xFFE0 || marker > 0xFFEF) {
                return 0;
            }
            if (marker == APP1 && jpeg.getInt(jpeg.position()) == EXIF) {
                return inExif(jpeg.slice(jpeg.position() + 6, length - 8));
            }
            jpeg.position(jpeg.position() + length - 2);
        }
    }

    private static int inExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                return switch (tiff.getShort(entry + 8)) {
                    case 3 -> 2;
                    case 6 -> 1;
                    case 8 -> 3;
                    default -> 0;
                };
            }
        }
        return 0;
    }
}
