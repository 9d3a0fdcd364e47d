package no.tillit.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

/** The picture of a page, decrypted as it is written; every byte that is written is authentic. */
public final class ScannedPicture {
    /** What every picture of a page is. */
    public static final String MEDIA_TYPE = "image/jpeg";

    private final long length;
    private final Supplier<InputStream> plaintext;

    /** For {@link ReadingScans}, after it has asked everyone who must be asked. */
    public ScannedPicture(long length, Supplier<InputStream> plaintext) {
        this.length = length;
        this.plaintext = plaintext;
    }

    /** How many bytes there are. */
    public long length() {
        return length;
    }

    /**
     * Writes all of it; does not close {@code out}.
     *
     * @throws no.tillit.keys.Tampered when it is not what was kept
     */
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = plaintext.get()) {
            in.transferTo(out);
        }
    }

    @Override
    public String toString() {
        return "ScannedPicture[withheld]";
    }
}
