package no.tillit.document.internal;

import static no.tillit.testing.DocumentHouse.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentFilter;
import no.tillit.document.DocumentReceived;
import no.tillit.document.DocumentSort;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.IncomingFile;
import no.tillit.document.ReadingDocuments;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who is followed up, with the consent for it, and documents about that person. */
abstract class FollowedUp {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    Path blobs;
    House house;
    AProject project;
    ParticipantId someone;
    ConsentSummary form;

    @BeforeEach
    void somebodyIsFollowedUp(@TempDir Path folder) {
        blobs = folder;
        house = DocumentHouse.in(blobs);
        project = AProject.in(house);
        house.on(TODAY);
        someone = project.aParticipant();
        house.as("jonas", Role.CASEWORKER);
        form = consent(house, someone, TODAY, Purpose.FOLLOW_UP, ConsentItem.FOLLOW_UP);
        house.observing(
                ConsentWithdrawn.class,
                e -> house.the(RestrictingDocuments.class).onWithdrawal(e));
        house.observing(
                DocumentReceived.class, e -> house.the(KeepingEvidence.class).onReceived(e));
        house.audited.clear();
    }

    DocumentSummary attach(DocumentType type, IncomingFile file) {
        return attachTo(someone, type, file);
    }

    DocumentSummary attachTo(ParticipantId participant, DocumentType type, IncomingFile file) {
        return house.doing(
                () -> house.the(AttachingToParticipant.class).attach(participant, type, file, Purpose.FOLLOW_UP));
    }

    ReadingDocuments reading() {
        return house.the(ReadingDocuments.class);
    }

    static byte[] written(DocumentContent content) throws IOException {
        var out = new ByteArrayOutputStream();
        content.writeTo(out);
        return out.toByteArray();
    }

    Page<DocumentSummary> all(Purpose purpose) {
        return house.doing(() -> reading()
                .page(project.id(), DocumentFilter.ALL, DocumentSort.RECEIVED, new PageRequest(0, 50), purpose));
    }
}
