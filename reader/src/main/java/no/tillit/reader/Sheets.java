package no.tillit.reader;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;

/** The pages of one file, whatever its format. */
abstract class Sheets implements Closeable {
    /** The longer side of a page's picture, in pixels: 200 to the inch on A4. */
    static final int LONGER_SIDE = 2339;

    /** @throws Unreadable when it is none of the formats, is empty, locked or damaged */
    static Sheets of(byte[] file) throws IOException {
        if (file.length == 0) {
            throw new Unreadable("empty-file");
        }
        if (beginsWith(file, "%PDF") || contains(file, "%PDF-", 1024)) {
            return new PdfSheets(file);
        }
        if (beginsWith(file, "\u00ff\u00d8\u00ff")
                || beginsWith(file, "\u0089PNG")
                || beginsWith(file, "II*\0")
                || beginsWith(file, "MM\0*")) {
            return new PictureSheets(file);
        }
        throw new Unreadable("type-mismatch");
    }

    abstract int count();

    /** The page, from 1, at most {@link #LONGER_SIDE} long. */
    abstract BufferedImage picture(int page) throws IOException;

    private static boolean beginsWith(byte[] file, String signs) {
        return isAt(file, 0, signs);
    }

    private static boolean contains(byte[] file, String signs, int within) {
        for (int at = 0; at < Math.min(within, file.length); at++) {
            if (isAt(file, at, signs)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] file, int at, String signs) {
        if (at + signs.length() > file.length) {
            return false;
        }
        for (int i = 0; i < signs.length(); i++) {
            if ((file[at + i] & 0xff) != signs.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
