package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;
import no.tillit.document.FileFormat;
import no.tillit.document.FileRefused;

/** A stored file is what its name promises, opens without a password, and can be read to its end. */
@ApplicationScoped
class Inspection {
    /** Longer recordings are judged by their beginning only: the intake keeps a file in memory while it looks. */
    static final long LONGEST_SOUND = 64L << 20;

    @Inject
    private Intake intake;

    /**
     * A file that is wholly in memory.
     *
     * @throws FileRefused when it is not
     */
    IntakeReport inspect(FileFormat format, byte[] file) {
        if (format.isBareText()) {
            var words = PlainWords.in(file);
            if (words.isPresent()) {
                return judge(
                        format, new IntakeReport(format.mediaType(), false, false, words.get(), false, null, null));
            }
        }
        return inspect(format, () -> new ByteArrayInputStream(file), file.length);
    }

    /**
     * A file of any length.
     *
     * @param content opens its plaintext
     * @throws FileRefused when it is not
     */
    IntakeReport inspect(FileFormat format, Supplier<InputStream> content, long length) {
        if (format.isAudio() && length > LONGEST_SOUND) {
            return new IntakeReport(format.mediaType(), false, false, "", false, null, null);
        }
        return judge(format, intake.inspect(content, length));
    }

    static IntakeReport judge(FileFormat format, IntakeReport report) {
        if (report.encrypted()) {
            throw FileRefused.encrypted();
        }
        if (!format.isDetectedAs(report.mediaType())) {
            throw report.damaged() ? FileRefused.damaged() : FileRefused.typeMismatch();
        }
        if (report.damaged() || (format == FileFormat.M4A && report.seconds() == null)) {
            throw FileRefused.damaged();
        }
        if (format.isBareText() && report.text().isBlank()) {
            throw FileRefused.empty();
        }
        return format.isAudio() ? withoutText(report) : report;
    }

    /** What Tika calls text in sound is its title and length. */
    private static IntakeReport withoutText(IntakeReport report) {
        return new IntakeReport(report.mediaType(), false, false, "", false, null, report.seconds());
    }
}
