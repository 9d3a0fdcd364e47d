package no.tillit.reader;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Sheets as they come out of a scanner. */
final class Paper {
    private Paper() {}

    /** A4 with some words and, unless it is empty, a code at its foot. */
    static BufferedImage sheet(String code, int dotsPerInch) {
        double dot = dotsPerInch / 25.4;
        var sheet = blank(dotsPerInch);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) (5 * dot)));
        for (int line = 0; line < 20; line++) {
            pen.drawString("Jeg sier ja til å bli intervjuet.", (int) (20 * dot), (int) ((30 + 9 * line) * dot));
        }
        if (!code.isEmpty()) {
            draw(pen, code, (int) (20 * dot), (int) (263 * dot), (int) (22 * dot));
        }
        pen.dispose();
        return sheet;
    }

    static BufferedImage blank(int dotsPerInch) {
        var sheet = new BufferedImage(
                (int) (210 / 25.4 * dotsPerInch), (int) (297 / 25.4 * dotsPerInch), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(new Color(250, 249, 246));
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.dispose();
        return sheet;
    }

    private static void draw(Graphics2D pen, String code, int left, int top, int size) {
        try {
            BitMatrix bits = new QRCodeWriter()
                    .encode(
                            code,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 4));
            for (int x = 0; x < bits.getWidth(); x++) {
                for (int y = 0; y < bits.getHeight(); y++) {
                    if (bits.get(x, y)) {
                        int from = left + x * size / bits.getWidth();
                        int to = left + (x + 1) * size / bits.getWidth();
                        int above = top + y * size / bits.getHeight();
                        int below = top + (y + 1) * size / bits.getHeight();
                        pen.fillRect(from, above, to - from, below - above);
                    }
                }
            }
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] file(BufferedImage sheet, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PDF with each sheet as a picture, as scanners make it. */
    static byte[] pdf(String password, BufferedImage... sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (BufferedImage sheet : sheets) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(document, sheet),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
