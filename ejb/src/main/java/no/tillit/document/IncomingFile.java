package no.tillit.document;

import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file as somebody sends it.
 *
 * @param body read once, to its end; the sender of it closes it
 * @param declaredLength how many bytes were announced; empty when nothing was
 * @param name as the sender calls it; its ending promises the format
 * @param requestKey the same for a request that is sent again, so that it is received once; null when there is none
 */
public record IncomingFile(
        InputStream body,
        OptionalLong declaredLength,
        String name,
        @Nullable String requestKey) {
    @Override
    public String toString() {
        return "IncomingFile[withheld]";
    }
}
