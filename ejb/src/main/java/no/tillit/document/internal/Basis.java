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
import no.tillit.participant.ParticipantBlocked;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.Approvals;
import org.jspecify.annotations.Nullable;

/**
 * Content comes in and goes out only while the approval is open, nobody it is about is blocked, and what it rests on
 * stands (O-01, O-05, O-07, O-09). Asked within a transaction, until whose end the answer holds.
 */
@ApplicationScoped
class Basis {
    @Inject
    private Approvals approvals;

    @Inject
    private Participants participants;

    @Inject
    private ConsentGate gate;

    /** What must stand before a document is received: the approval covers its kind, besides {@link #requireForUse}. */
    void requireForReceiving(DocumentType type, ProjectId project, List<ParticipantId> about, LocalDate day) {
        approvals.requireOpen(project);
        approvals.requireCategory(project, type.category());
        if (type.method() != null) {
            approvals.requireMethod(project, type.method());
        }
        requireForUse(type, project, about, day);
    }

    /** What must stand before content is received or read. */
    void requireForUse(DocumentType type, ProjectId project, List<ParticipantId> about, LocalDate day) {
        approvals.requireOpen(project);
        for (ParticipantRef participant : participants.holdForUse(about)) {
            if (participant.state() == ParticipantState.BLOCKED) {
                throw new ParticipantBlocked();
            }
        }
        requireConsent(type.restsOn(), about, day);
    }

    private void requireConsent(@Nullable ConsentItem item, List<ParticipantId> about, LocalDate day) {
        if (item == null || about.isEmpty()) {
            return;
        }
        try {
            gate.require(about, item, day);
        } catch (ConsentMissing missing) {
            if (item == ConsentItem.AUDIO_RECORDING) {
                throw (RecordingNotConsented) new RecordingNotConsented().initCause(missing);
            }
            throw missing;
        }
    }
}
