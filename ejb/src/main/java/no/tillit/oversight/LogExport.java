package no.tillit.oversight;

import java.io.IOException;
import java.io.OutputStream;
import no.tillit.audit.SealedLog;

/** An export that was permitted. Only {@link ProvingLog} gives one. */
public final class LogExport {
    private final SealedLog log;
    private final long first;
    private final long end;

    LogExport(SealedLog log, long first, long end) {
        this.log = log;
        this.first = first;
        this.end = end;
    }

    /** Writes all of it, in bounded memory. Does not close the stream. */
    public void writeTo(OutputStream to) throws IOException {
        log.export(first, end, to);
    }
}
