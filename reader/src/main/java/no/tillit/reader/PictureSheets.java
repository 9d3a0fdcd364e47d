package no.tillit.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A photograph or a scan that is a picture; a TIFF may have several pages. */
final class PictureSheets extends Sheets {
    private static final long MOST_PIXELS = 250_000_000;

    private final ImageInputStream stream;
    private final ImageReader reader;
    private final int count;
    private final int turns;

    PictureSheets(byte[] file) throws IOException {
        stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new Unreadable("damaged-file");
        }
        reader = readers.next();
        try {
            reader.setInput(stream, false, false);
            count = reader.getNumImages(true);
            requireWhole();
        } catch (IOException | RuntimeException damaged) {
            throw (Unreadable) new Unreadable("damaged-file").initCause(damaged);
        }
        turns = CameraHeld.turns(file);
    }

    /** A file of one picture that cannot be read has no page that can. */
    private void requireWhole() throws IOException {
        if (count < 1 || reader.getWidth(0) < 1 || reader.getHeight(0) < 1) {
            throw new IOException("There is no picture");
        }
        if (count == 1) {
            picture(0, 16);
        }
    }

    @Override
    int count() {
        return count;
    }

    @Override
    BufferedImage picture(int page) throws IOException {
        int index = page - 1;
        int longer = Math.max(reader.getWidth(index), reader.getHeight(index));
        BufferedImage read = picture(index, Math.max(1, longer / LONGER_SIDE));
        return Pictures.turned(Pictures.fitted(read, LONGER_SIDE), turns);
    }

    private BufferedImage picture(int index, int every) throws IOException {
        if ((long) reader.getWidth(index) * reader.getHeight(index) > MOST_PIXELS) {
            throw new IOException("The picture is too large");
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return reader.read(index, parameters);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
