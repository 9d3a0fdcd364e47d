package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.tillit.document.FileFormat;
import no.tillit.kernel.Settings;

/**
 * How large a file may be, in MiB by the settings {@code tillit.upload.sound.mib} (4096: two hours of uncompressed stereo
 * and more) and {@code tillit.upload.document.mib} (64: what the intake can hold in memory).
 */
@ApplicationScoped
class UploadLimits {
    @Inject
    private Settings settings;

    /** The most bytes that a file of this format may have. */
    long of(FileFormat format) {
        return format.isAudio()
                ? mebibytes("tillit.upload.sound.mib", 4096)
                : mebibytes("tillit.upload.document.mib", 64);
    }

    private long mebibytes(String name, long otherwise) {
        return settings.optional(name).map(Long::parseLong).orElse(otherwise) << 20;
    }
}
