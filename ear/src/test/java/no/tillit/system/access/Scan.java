package no.tillit.system.access;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A picture that passes for the scan of a form. */
final class Scan {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 877;
    private static final AtomicInteger COUNT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1 << 20));

    static final byte[] PNG = another();

    private Scan() {}

    /** A picture that is like no other. */
    static byte[] another() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        for (int line = 0; line < 20; line++) {
            pen.fillRect(60, 60 + 35 * line, 300 + 7 * line, 12);
        }
        pen.drawString("Skjema " + COUNT.incrementAndGet(), 60, 820);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
