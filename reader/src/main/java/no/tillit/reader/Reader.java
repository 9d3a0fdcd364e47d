package no.tillit.reader;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * One run reads one file. Standard output then is, big-endian:
 *
 * <pre>
 * int 0x54534331
 * 'P' int pages
 * 'G' int page (from 1), UTF code or "", int quarter turns clockwise, int width, int height, int length, JPEG    a page
 * 'B' int page                                                                                         nothing on it
 * 'U' int page                                                                                         cannot be read
 * 'E'                                                                                                  the end
 * 'F' UTF refusal                                                                                      the file is not read
 * </pre>
 *
 * A code that is not one of ours is told as {@code ?}: what it says is nobody's business.
 */
public final class Reader {
    /** How the output begins. */
    static final int MAGIC = 0x54534331;

    /** The most pages of one file. */
    static final int MOST_PAGES = 1000;

    private final DataOutputStream out;

    Reader(DataOutputStream out) {
        this.out = out;
    }

    /** @param arguments the first page to read, from 1, those before it have been read already; how long the file is */
    public static void main(String[] arguments) throws IOException {
        int from = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        int length = arguments.length < 2 ? -1 : Integer.parseInt(arguments[1]);
        ImageIO.setUseCache(false);
        try (var out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16))) {
            // Whatever a library says is not part of the answer.
            System.setOut(System.err);
            new Reader(out).read(length < 0 ? System.in.readAllBytes() : whole(System.in, length), from);
        }
    }

    /** Held once: what grows while it is read is held twice at its end, and the largest file is half of the memory. */
    private static byte[] whole(InputStream in, int length) throws IOException {
        byte[] file = new byte[length];
        new DataInputStream(in).readFully(file);
        return file;
    }

    /** Reads the file's pages from this one on. */
    void read(byte[] file, int from) throws IOException {
        out.writeInt(MAGIC);
        try (Sheets sheets = Sheets.of(file)) {
            int pages = sheets.count();
            if (pages > MOST_PAGES) {
                throw new Unreadable("too-many-pages");
            }
            out.writeByte('P');
            out.writeInt(pages);
            for (int page = from; page <= pages; page++) {
                write(page, picture(sheets, page));
                out.flush();
            }
            out.writeByte('E');
        } catch (Unreadable refusal) {
            out.writeByte('F');
            out.writeUTF(refusal.code());
        }
        out.flush();
    }

    /** The page as a picture; null when it cannot be read. One page that bursts does not end the others. */
    private static @Nullable BufferedImage picture(Sheets sheets, int page) {
        try {
            return sheets.picture(page);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return null;
        }
    }

    private void write(int page, @Nullable BufferedImage picture) throws IOException {
        if (picture == null) {
            only('U', page);
            return;
        }
        Codes.Found code = Codes.in(picture);
        if (code == null && Pictures.isBlank(picture)) {
            only('B', page);
            return;
        }
        int turns = code == null ? 0 : code.turns();
        BufferedImage upright = Pictures.turned(picture, turns);
        byte[] jpeg = Pictures.jpeg(upright);
        out.writeByte('G');
        out.writeInt(page);
        out.writeUTF(code == null ? "" : code.text());
        out.writeInt(turns);
        out.writeInt(upright.getWidth());
        out.writeInt(upright.getHeight());
        out.writeInt(jpeg.length);
        out.write(jpeg);
    }

    private void only(char kind, int page) throws IOException {
        out.writeByte(kind);
        out.writeInt(page);
    }
}
