package no.tillit.reader;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What is done to a page's picture. */
final class Pictures {
    private static final float QUALITY = 0.8f;
    private static final int BLOCK = 6;
    private static final int DARKER = 40;
    private static final double LEAST_INK = 0.0004;

    private Pictures() {}

    /** At most so many pixels long, without transparency. */
    static BufferedImage fitted(BufferedImage picture, int longerSide) {
        int longer = Math.max(picture.getWidth(), picture.getHeight());
        double scale = Math.min(1, (double) longerSide / longer);
        if (scale == 1 && picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = fitted.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setBackground(java.awt.Color.WHITE);
        pen.clearRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return fitted;
    }

    /** Turned clockwise by so many quarters. */
    static BufferedImage turned(BufferedImage picture, int quarters) {
        int turns = Math.floorMod(quarters, 4);
        if (turns == 0) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        var turned = turns == 2
                ? new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        pen.rotate(turns * Math.PI / 2);
        pen.translate(-width / 2.0, -height / 2.0);
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return turned;
    }

    /** Whether there is nothing on the page but paper: dust does not count, nor what the edge of the glass leaves. */
    static boolean isBlank(BufferedImage picture) {
        int left = picture.getWidth() / 20;
        int top = picture.getHeight() / 20;
        long sum = 0;
        int blocks = 0;
        int[] all = new int[(picture.getWidth() / BLOCK + 1) * (picture.getHeight() / BLOCK + 1)];
        for (int y = top; y + BLOCK < picture.getHeight() - top; y += BLOCK) {
            for (int x = left; x + BLOCK < picture.getWidth() - left; x += BLOCK) {
                int light = light(picture, x, y);
                all[blocks++] = light;
                sum += light;
            }
        }
        if (blocks == 0) {
            return false;
        }
        int dark = (int) (sum / blocks) - DARKER;
        int inked = 0;
        for (int i = 0; i < blocks; i++) {
            if (all[i] < dark) {
                inked++;
            }
        }
        return inked < Math.max(3, blocks * LEAST_INK);
    }

    private static int light(BufferedImage picture, int x, int y) {
        int sum = 0;
        for (int dy = 0; dy < BLOCK; dy += 2) {
            for (int dx = 0; dx < BLOCK; dx += 2) {
                int rgb = picture.getRGB(x + dx, y + dy);
                sum += ((rgb >> 16 & 0xff) + 2 * (rgb >> 8 & 0xff) + (rgb & 0xff)) / 4;
            }
        }
        return sum / 9;
    }

    static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
