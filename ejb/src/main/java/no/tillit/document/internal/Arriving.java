package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import no.tillit.document.FileFormat;
import no.tillit.document.FileRefused;
import no.tillit.document.IncomingFile;

/** What is asked of every file on its way in. */
@ApplicationScoped
public class Arriving {
    @Inject
    private Formats formats;

    public String name(IncomingFile file) {
        return FileNames.clean(file.name());
    }

    /** @throws FileRefused when more is announced than may come */
    public InputStream measured(IncomingFile file, long limit) {
        return new MeasuredStream(file.body(), file.declaredLength(), limit);
    }

    /**
     * The first bytes.
     *
     * @throws FileRefused when they are not of that format
     */
    public byte[] head(FileFormat format, InputStream measured) throws IOException {
        byte[] head = measured.readNBytes(Formats.HEAD);
        formats.check(format, head);
        return head;
    }
}
