package no.tillit.document.internal;

import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import no.tillit.access.Role;
import no.tillit.audit.Outcome;
import no.tillit.consent.ConsentItem;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentDamaged;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.ReadingDocuments;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.keys.Tampered;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.LogLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A document whose stored file is damaged")
class DamagedDocumentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path blobs = Path.of("");

    private House house = new House();
    private ParticipantId someone = new ParticipantId(new java.util.UUID(0, 0));

    @BeforeEach
    void somebodyIsFollowedUp() {
        house = DocumentHouse.in(blobs);
        AProject project = AProject.in(house);
        house.on(TODAY);
        someone = project.aParticipant();
        house.as("jonas", Role.CASEWORKER);
        consent(house, someone, TODAY, Purpose.FOLLOW_UP, ConsentItem.FOLLOW_UP);
    }

    @Test
    @DisplayName(
            "is refused with a sentence for staff before a byte of it; the log has the attempt, the server's log ids")
    void noticed() throws IOException {
        DocumentSummary kept = house.the(AttachingToParticipant.class)
                .attach(
                        someone,
                        DocumentType.RELEASE_PLAN,
                        file("Plan for Åse.txt", "Åse vil flytte.".getBytes(StandardCharsets.UTF_8)),
                        Purpose.FOLLOW_UP);
        damageEverything();
        house.audited.clear();
        DocumentContent content =
                house.doing(() -> house.the(ReadingDocuments.class).content(kept.id(), Purpose.FOLLOW_UP));
        var out = new ByteArrayOutputStream();

        List<String> log = LogLines.of(NoticingDamage.class, () -> {
            assertThatThrownBy(() -> content.writeTo(out)).isInstanceOf(DocumentDamaged.class);
            assertThatThrownBy(() -> content.writeTo(out, 1, 2))
                    .isInstanceOfSatisfying(DocumentDamaged.class, refusal -> {
                        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DAMAGED);
                        assertThat(refusal)
                                .hasMessageContaining("Tell the operator")
                                .hasCauseInstanceOf(Tampered.class);
                    });
        });

        assertThat(out.size()).isZero();
        assertThat(log)
                .hasSize(2)
                .allMatch(line -> line.contains(kept.id().value().toString()))
                .noneMatch(line -> line.contains("Åse"));
        assertThat(house.audited)
                .extracting(e -> e.action(), e -> e.participant(), e -> e.outcome(), e -> e.reason())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("document.content-read", someone, Outcome.ALLOWED, null),
                        org.assertj.core.groups.Tuple.tuple(
                                "document.content-read", someone, Outcome.REFUSED, "document-damaged"),
                        org.assertj.core.groups.Tuple.tuple(
                                "document.content-read", someone, Outcome.REFUSED, "document-damaged"));
    }

    @Test
    @DisplayName("is an incident too when the same request comes again and is compared with it; nothing new is kept")
    void sentAgain() throws IOException {
        byte[] sent = "Åse vil flytte.".getBytes(StandardCharsets.UTF_8);
        DocumentSummary kept = send(sent);
        damageEverything();
        house.audited.clear();

        List<String> log = LogLines.of(
                NoticingDamage.class, () -> assertThatThrownBy(() -> send(sent)).isInstanceOf(DocumentDamaged.class));

        assertThat(log).singleElement().asString().contains(kept.id().value().toString());
        assertThat(house.audited)
                .extracting(e -> e.action(), e -> e.participant(), e -> e.record(), e -> e.reason())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "document.received", someone, kept.id().value(), "document-damaged"));
    }

    private DocumentSummary send(byte[] sent) {
        return house.the(AttachingToParticipant.class)
                .attach(someone, DocumentType.RELEASE_PLAN, file("a.txt", sent, "key-of-damage"), Purpose.FOLLOW_UP);
    }

    private void damageEverything() throws IOException {
        try (var files = Files.walk(blobs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[50] ^= 1;
                Files.write(file, bytes);
            }
        }
    }
}
