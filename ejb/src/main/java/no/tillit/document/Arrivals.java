package no.tillit.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Set;
import no.tillit.document.internal.Arriving;
import no.tillit.document.internal.TransferSlots;

/**
 * A file on its way in that is not a document yet, for the features above: it takes a place among those on their way, is what
 * its name promises as far as its beginning tells, and is refused when it grows too large, breaks off or stands still.
 */
@ApplicationScoped
public class Arrivals {
    @Inject
    private TransferSlots slots;

    @Inject
    private Arriving arriving;

    /**
     * A file whose beginning has been looked at. Closing it gives up its place.
     *
     * @param name the last part of what it was called, without signs that hide or separate
     * @param body all of it, to be read once
     */
    public record Arrival(String name, FileFormat format, InputStream body, AutoCloseable place)
            implements AutoCloseable {
        @Override
        public void close() {
            try {
                place.close();
            } catch (Exception e) {
                throw new IllegalStateException("A place is given up by itself", e);
            }
        }
    }

    /**
     * @param formats those that are taken
     * @param limit the most bytes
     * @throws FileRefused when it is not one of them, or is too large by what was announced; others follow from reading it
     * @throws TransferRefused when too many files are on their way, before the first byte is read
     */
    public Arrival begin(String username, IncomingFile file, Set<FileFormat> formats, long limit) {
        var slot = slots.take(username);
        try {
            String name = arriving.name(file);
            FileFormat format = FileFormat.ofFileName(name)
                    .filter(formats::contains)
                    .orElseThrow(() -> FileRefused.typeNotAllowed(formats));
            InputStream measured = arriving.measured(file, limit);
            byte[] head = arriving.head(format, measured);
            return new Arrival(name, format, new SequenceInputStream(new ByteArrayInputStream(head), measured), slot);
        } catch (IOException e) {
            slot.close();
            throw (FileRefused) FileRefused.cutShort().initCause(e);
        } catch (RuntimeException e) {
            slot.close();
            throw e;
        }
    }
}
