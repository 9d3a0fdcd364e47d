package no.tillit.reader;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The code on a page, wherever it is and however the page lies. */
final class Codes {
    /** What is told of a code that is not one of ours. */
    static final String FOREIGN = "?";

    private static final String OURS = "TILLIT:[0-9A-Z:/-]{1,150}";
    private static final Map<DecodeHintType, Boolean> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    /**
     * A code.
     *
     * @param turns quarter turns clockwise that make the page upright
     */
    record Found(String text, int turns) {}

    private Codes() {}

    /** The first of ours; else that there is a foreign one; else null. */
    static @Nullable Found in(BufferedImage page) {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        LuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        int third = page.getHeight() / 3;
        Found found = one(light.crop(0, page.getHeight() - third, page.getWidth(), third));
        if (found == null) {
            found = one(light.crop(0, 0, page.getWidth(), third));
        }
        return found == null ? anywhere(light) : found;
    }

    /** One of ours in that part, quickly. */
    private static @Nullable Found one(LuminanceSource part) {
        try {
            Found found = found(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(part))));
            return found.text().equals(FOREIGN) ? null : found;
        } catch (ReaderException notHere) {
            return null;
        }
    }

    private static @Nullable Found anywhere(LuminanceSource light) {
        for (var bits : new BinaryBitmap[] {
            new BinaryBitmap(new HybridBinarizer(light)), new BinaryBitmap(new GlobalHistogramBinarizer(light))
        }) {
            try {
                var all = Arrays.stream(new QRCodeMultiReader().decodeMultiple(bits, HINTS))
                        .map(Codes::found)
                        .toList();
                return all.stream()
                        .filter(code -> !code.text().equals(FOREIGN))
                        .findFirst()
                        .orElse(all.get(0));
            } catch (NotFoundException tryTheOther) {
                continue;
            }
        }
        return null;
    }

    private static Found found(Result result) {
        String text = result.getText();
        return new Found(text.matches(OURS) ? text : FOREIGN, turns(result.getResultPoints()));
    }

    /** The corners are told as lower left, upper left and upper right of the code. */
    private static int turns(ResultPoint[] corners) {
        double across = corners[2].getX() - corners[1].getX();
        double down = corners[2].getY() - corners[1].getY();
        return Math.floorMod(-(int) Math.round(Math.atan2(down, across) / (Math.PI / 2)), 4);
    }
}
