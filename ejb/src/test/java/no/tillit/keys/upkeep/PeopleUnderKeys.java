package no.tillit.keys.upkeep;

import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentType;
import no.tillit.document.IncomingFile;
import no.tillit.document.ReadingDocuments;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.NewInterview;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.participant.Contact;
import no.tillit.participant.ContactField;
import no.tillit.participant.ContactRegister;
import no.tillit.participant.FindingByContact;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.files.SampleFiles;

/** Somebody with contact details and documents, one of them together with another; all kept by the application's own use cases. */
final class PeopleUnderKeys {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private record Sent(byte[] content, boolean together) {}

    final House house;
    final ProjectId project;
    final ParticipantId someone;
    final ParticipantId other;
    private final Map<DocumentId, Sent> sent = new ConcurrentHashMap<>();
    private volatile int phone = 22_330_000;

    PeopleUnderKeys(Path blobs) {
        house = DocumentHouse.in(blobs);
        AProject made = AProject.in(house);
        house.on(TODAY);
        project = made.id();
        someone = made.aParticipant();
        other = made.aParticipant();
        for (ParticipantId each : List.of(someone, other)) {
            house.as("ingrid", Role.RESEARCHER);
            consent(
                    house,
                    each,
                    TODAY,
                    Purpose.RESEARCH,
                    ConsentItem.INTERVIEW,
                    ConsentItem.AUDIO_RECORDING,
                    ConsentItem.FOLLOW_UP);
        }
        reachable();
        upload("Plan for Åse.txt", "Åse vil flytte.".getBytes(StandardCharsets.UTF_8));
        recordTogether();
    }

    SubjectId subject() {
        return SubjectId.of(someone);
    }

    /** Writes other contact details. */
    void reachable() {
        house.as("jonas", Role.CASEWORKER);
        int next = phone + 1;
        house.does(() -> house.the(ContactRegister.class)
                .put(someone, new Contact("Åse Prøve", "" + next, "ase@example.no", null, null), Purpose.FOLLOW_UP));
        phone = next;
    }

    /** Sends a document about the person alone. */
    void upload(String name, byte[] content) {
        upload(file(name, content), content);
    }

    void upload(IncomingFile file, byte[] content) {
        house.as("jonas", Role.CASEWORKER);
        sent.put(
                house.the(AttachingToParticipant.class)
                        .attach(someone, DocumentType.RELEASE_PLAN, file, Purpose.FOLLOW_UP)
                        .id(),
                new Sent(content, false));
    }

    private void recordTogether() {
        house.as("ingrid", Role.RESEARCHER);
        byte[] sound = SampleFiles.bytes("wav");
        var interview = house.doing(() -> house.the(CreatingInterview.class)
                .create(
                        project,
                        new NewInterview(InterviewKind.FOCUS_GROUP, TODAY, List.of(someone, other), 45, true),
                        Purpose.RESEARCH));
        sent.put(
                house.doing(() -> house.the(AttachingToInterview.class)
                                .attach(
                                        interview.id(),
                                        DocumentType.AUDIO_RECORDING,
                                        file("sammen.wav", sound),
                                        Purpose.RESEARCH))
                        .id(),
                new Sent(sound, true));
    }

    /** Everything that was ever acknowledged reads as it was sent, and the person is found by the number. */
    void allReads() {
        house.as("jonas", Role.CASEWORKER);
        Contact contact = house.doing(() -> house.the(ContactRegister.class).read(someone, Purpose.FOLLOW_UP));
        assertThat(contact.phone()).isEqualTo("" + phone);
        assertThat(contact.name()).isEqualTo("Åse Prøve");
        assertThat(house.doing(() -> house.the(FindingByContact.class)
                        .find(project, ContactField.PHONE, "" + phone, Purpose.FOLLOW_UP)))
                .hasSize(1);
        sent.forEach((id, one) -> assertThat(read(open(id))).as(id.toString()).isEqualTo(one.content()));
    }

    DocumentContent open(DocumentId id) {
        boolean together = sent.containsKey(id) && sent.get(id).together();
        house.as(together ? "ingrid" : "jonas", together ? Role.RESEARCHER : Role.CASEWORKER);
        return house.doing(
                () -> house.the(ReadingDocuments.class).content(id, together ? Purpose.RESEARCH : Purpose.FOLLOW_UP));
    }

    /** One that is about the person alone. */
    DocumentId aDocument() {
        return sent.entrySet().stream()
                .filter(one -> !one.getValue().together())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    int documents() {
        return sent.size();
    }

    static byte[] read(DocumentContent content) {
        var out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
