package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import no.tillit.document.FileFormat;
import no.tillit.document.FileRefused;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What the first bytes of a file say it is: looks at magic numbers and opens nothing.
 *
 * <p>It ends the obviously wrong before anything is stored; the intake then decides.
 */
@ApplicationScoped
class Formats {
    /** How much of the beginning is looked at. */
    static final int HEAD = 64 << 10;

    private static final Set<String> ZIPS = Set.of("application/zip", "application/x-tika-ooxml");
    /** An encrypted DOCX is wrapped in the older container; the intake says so. */
    private static final String OLE = "application/x-tika-msoffice";

    private final Detector detector = MimeTypes.getDefaultMimeTypes();

    /**
     * Refuses what cannot be of the promised format.
     *
     * @param head the first bytes, all of them when there are fewer than {@value #HEAD}
     * @throws FileRefused with code {@code empty-file} or {@code type-mismatch}
     */
    void check(FileFormat promised, byte[] head) {
        if (head.length == 0) {
            throw FileRefused.empty();
        }
        String detected = detect(head);
        boolean fits =
                switch (promised) {
                    case DOCX -> promised.isDetectedAs(detected) || ZIPS.contains(detected) || detected.equals(OLE);
                    case ODT -> promised.isDetectedAs(detected) || ZIPS.contains(detected);
                    case MP3, M4A, OGG -> promised.isDetectedAs(detected) || isKindred(promised, detected);
                    default -> promised.isDetectedAs(detected);
                };
        if (!fits) {
            throw FileRefused.typeMismatch();
        }
    }

    /**
     * Refuses a recording whose own header promises more bytes than came.
     *
     * @throws FileRefused with code {@code damaged-file}
     */
    void checkLength(FileFormat promised, byte[] head, long length) {
        if (promised == FileFormat.WAV && head.length >= 8) {
            long inside = Integer.toUnsignedLong(
                    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
            boolean unknown = inside == 0 || inside == 0xFFFFFFFFL;
            if (!unknown && inside + 8 > length + 1) {
                throw FileRefused.damaged();
            }
        }
    }

    private static boolean isKindred(FileFormat promised, String detected) {
        return switch (promised) {
            case M4A -> detected.equals("video/mp4") || detected.equals("video/quicktime");
            case OGG -> detected.equals("audio/x-oggpcm") || detected.equals("video/ogg");
            default -> false;
        };
    }

    private String detect(byte[] head) {
        try (InputStream in = TikaInputStream.get(head)) {
            return IntakeReports.withoutParameters(
                    detector.detect(in, new Metadata()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
