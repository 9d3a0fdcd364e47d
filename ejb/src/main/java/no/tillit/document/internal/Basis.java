package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import no.tillit.consent.ConsentGate;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMissing;
import no.tillit.document.DocumentType;
import no.tillit.document.RecordingNotConsented;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.project.Approvals;
import org.jspecify.annotations.Nullable;

/**
 * Content comes in and goes out only while what it rests on stands (O-01, O-05, O-07). Asked within a transaction, until whose end the answer holds.
 */
@ApplicationScoped
class Basis {
    @Inject
    private Approvals approvals;

    @Inject
    private ConsentGate gate;

    /** What must stand before a document is received: the approval covers its kind, besides {@link #requireForUse}. */
    void requireForReceiving(DocumentType type, ProjectId project, List<ParticipantId> about, LocalDate day) {
        approvals.requireCategory(project, type.category());
        if (type.method() != null) {
            approvals.requireMethod(project, type.method());
        }
        requireForUse(type, about, day);
    }

    /** What must stand before content is received or read, besides what {@link no.tillit.access.AccessTable} says. */
    void requireForUse(DocumentType type, List<ParticipantId> about, LocalDate day) {
        @Nullable ConsentItem item = type.restsOn();
        if (item == null || about.isEmpty()) {
            return;
        }
        try {
            gate.require(about, item, day);
        } catch (ConsentMissing missing) {
            if (item.equals(ConsentItem.AUDIO_RECORDING)) {
                throw (RecordingNotConsented) new RecordingNotConsented().initCause(missing);
            }
            throw missing;
        }
    }
}
