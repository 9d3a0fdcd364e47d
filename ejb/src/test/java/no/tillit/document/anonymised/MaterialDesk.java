package no.tillit.document.anonymised;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentHandedOut;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentReceived;
import no.tillit.document.DocumentType;
import no.tillit.document.ReadingDocuments;
import no.tillit.document.anonymised.internal.Drafts;
import no.tillit.document.anonymised.internal.Openings;
import no.tillit.document.internal.MaterialStanding;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Somebody consented and a document about them is there; Ingrid puts things forward that were made from it. */
abstract class MaterialDesk {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Set<AnonymityCheck> ALL = EnumSet.allOf(AnonymityCheck.class);
    static final String NOBODY = "One of them said that the first week was the hardest.";

    Path blobs;
    House house;
    AProject project;
    ParticipantId someone;
    ConsentSummary form;
    DocumentId source;

    @BeforeEach
    void somebodySaidSomething(@TempDir Path folder) {
        blobs = folder;
        house = DocumentHouse.in(blobs);
        house.with(MaterialStanding.class, house.the(Drafts.class));
        house.observing(DocumentReceived.class, e -> house.the(Drafts.class).onReceived(e));
        house.observing(DocumentHandedOut.class, e -> house.the(Openings.class).onHandedOut(e));
        house.observing(ConsentWithdrawn.class, e -> house.the(Drafts.class).onWithdrawal(e));
        project = AProject.in(house);
        house.on(TODAY);
        someone = project.aParticipant();
        house.as("jonas", Role.CASEWORKER);
        form = consent(house, someone, TODAY, Purpose.FOLLOW_UP, ConsentItem.FOLLOW_UP);
        source = house.doing(() -> house.the(AttachingToParticipant.class)
                        .attach(
                                someone,
                                DocumentType.CASE_DOCUMENT,
                                file("b.txt", SampleFiles.bytes("txt")),
                                Purpose.FOLLOW_UP))
                .id();
        house.as("ingrid", Role.RESEARCHER);
        house.audited.clear();
    }

    MaterialId putForwardBy(String username, String name) {
        house.as(username, Role.RESEARCHER);
        return putForward(Set.of(), name, NOBODY);
    }

    boolean hasOpened(MaterialId id) {
        return house.doing(() -> house.the(ReadingMaterial.class).readiness(id)) == Readiness.READY;
    }

    List<String> openers(MaterialId id) {
        return house.doing(() -> house.the(jakarta.persistence.EntityManager.class)
                .createNativeQuery("SELECT username FROM anonymised_opening WHERE material_id = :id", String.class)
                .setParameter("id", id.value())
                .getResultList());
    }

    DocumentContent content(DocumentId file, Purpose purpose) {
        return house.doing(() -> house.the(ReadingDocuments.class).content(file, purpose));
    }

    MaterialSummary openAndRelease(MaterialId id) throws IOException {
        read(id);
        return house.doing(() -> house.the(DecidingMaterial.class).release(id, ALL));
    }

    static String syntheticId() {
        no.bekk.bekkopen.person.FodselsnummerValidator.ALLOW_SYNTHETIC_NUMBERS = true;
        return no.bekk.bekkopen.person.FodselsnummerCalculator.getManySyntheticFodselsnummerForDate(
                        java.util.Date.from(java.time.Instant.parse("1980-08-15T12:00:00Z")))
                .get(0)
                .getValue();
    }

    MaterialId begin(Set<DocumentId> from) {
        return house.doing(() -> house.the(PuttingForward.class).begin(new NewMaterial(project.id(), from, ALL)))
                .id();
    }

    MaterialId putForward(Set<DocumentId> from, String name, String text) {
        MaterialId id = begin(from);
        attach(id, name, text);
        return id;
    }

    void attach(MaterialId id, String name, String text) {
        house.the(AttachingMaterial.class).attach(id, file(name, text.getBytes(UTF_8)), Purpose.RESEARCH);
    }

    void release(MaterialId id, Set<AnonymityCheck> done) {
        house.doing(() -> house.the(DecidingMaterial.class).release(id, done));
    }

    void refuse(MaterialId id) {
        house.doing(() -> house.the(DecidingMaterial.class).refuse(id, Set.of(AnonymityCheck.PLACES)));
    }

    MaterialSummary opened(MaterialId id) {
        return house.doing(() -> house.the(ReadingMaterial.class).open(id));
    }

    String read(MaterialId id) throws IOException {
        DocumentId document = Objects.requireNonNull(opened(id).document());
        var out = new ByteArrayOutputStream();
        content(document, Purpose.RESEARCH).writeTo(out);
        return out.toString(UTF_8);
    }

    List<ErasureItem> inventory(Class<? extends ErasureStep> step, ErasureScope scope) {
        return house.doing(() -> {
            try (var items = house.the(step).inventory(scope)) {
                return items.toList();
            }
        });
    }

    boolean erasing(Class<? extends ErasureStep> step, ErasureItem item) {
        return house.doing(() -> house.the(step).erase(item));
    }

    long remaining(Class<? extends ErasureStep> step, ErasureScope scope) {
        return house.doing(() -> house.the(step).remaining(scope));
    }

    void assertNotKept(String code, MaterialId id, String name, String text) {
        assertRefused(code, () -> attach(id, name, text));
    }

    static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
