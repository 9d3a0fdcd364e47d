package no.tillit.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Lines that a person drew, such as a signature, as the address of a picture within the page itself. It is drawn again here: no
 * picture is taken from outside, so none has to be looked into.
 */
public final class Ink {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 400;
    private static final float PEN = 6f;

    private Ink() {}

    /** @param strokes lines on a field of 1000 by 400, as {@code x,y x,y;x,y …} */
    public static String dataUri(String strokes) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.setColor(new Color(0x1e2b3c));
            pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            for (String stroke : strokes.split(";", -1)) {
                pen.draw(line(stroke));
            }
        } finally {
            pen.dispose();
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
    }

    private static Path2D line(String stroke) {
        var path = new Path2D.Float();
        for (String point : stroke.split(" ", -1)) {
            String[] at = point.split(",", -1);
            int x = Math.min(Integer.parseInt(at[0]), WIDTH);
            int y = Math.min(Integer.parseInt(at[1]), HEIGHT);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            }
            path.lineTo(x, y);
        }
        return path;
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
