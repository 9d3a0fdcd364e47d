package no.tillit.consent.template.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A code that a scanner reads even when a quarter of it is lost, as the address of a picture within the page itself. */
final class QrCode {
    private static final int SIZE = 264;

    private QrCode() {}

    static String dataUri(String text) {
        try {
            BitMatrix bits = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            SIZE,
                            SIZE,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 4));
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(bits));
        } catch (WriterException | IOException e) {
            throw new IllegalStateException("A code of a few letters can always be drawn", e);
        }
    }

    private static byte[] png(BitMatrix bits) throws IOException {
        var image = new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < bits.getWidth(); x++) {
            for (int y = 0; y < bits.getHeight(); y++) {
                image.setRGB(x, y, bits.get(x, y) ? 0 : 0xFFFFFF);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }
}
