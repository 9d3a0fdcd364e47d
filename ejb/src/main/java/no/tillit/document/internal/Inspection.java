package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.tillit.document.FileFormat;
import no.tillit.document.FileRefused;
import no.tillit.keys.DocumentKey;
import no.tillit.storage.ContentContext;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StoredBlob;

/** A stored file is what its name promises, opens without a password, and can be read to its end. */
@ApplicationScoped
class Inspection {
    /** Longer recordings are judged by their beginning only: the intake keeps a file in memory while it looks. */
    static final long LONGEST_SOUND = 64L << 20;

    @Inject
    private Intake intake;

    @Inject
    private EncryptedBlobs blobs;

    /** @throws FileRefused when it is not */
    IntakeReport inspect(FileFormat format, DocumentKey key, ContentContext context, StoredBlob stored) {
        if (format.isAudio() && stored.plaintextLength() > LONGEST_SOUND) {
            return new IntakeReport(format.mediaType(), false, false, "", false, null, null);
        }
        IntakeReport report = intake.inspect(() -> blobs.open(key, context, stored), stored.plaintextLength());
        return judge(format, report);
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
