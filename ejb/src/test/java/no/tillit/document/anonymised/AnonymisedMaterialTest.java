package no.tillit.document.anonymised;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.tillit.testing.DocumentHouse.blobsIn;
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
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentReceived;
import no.tillit.document.DocumentType;
import no.tillit.document.ReadingDocuments;
import no.tillit.document.anonymised.internal.Drafts;
import no.tillit.document.anonymised.internal.ErasingDrafts;
import no.tillit.document.anonymised.internal.KeepingReleased;
import no.tillit.document.internal.ErasingDocuments;
import no.tillit.document.internal.MaterialStanding;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import no.tillit.participant.Participants;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Anonymised material")
class AnonymisedMaterialTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Set<AnonymityCheck> ALL = EnumSet.allOf(AnonymityCheck.class);
    private static final String NOBODY = "One of them said that the first week was the hardest.";

    private Path blobs;
    private House house;
    private AProject project;
    private ParticipantId someone;
    private ConsentSummary form;
    private DocumentId source;

    @BeforeEach
    void somebodySaidSomething(@TempDir Path folder) {
        blobs = folder;
        house = DocumentHouse.in(blobs);
        house.with(MaterialStanding.class, house.the(Drafts.class));
        house.observing(DocumentReceived.class, e -> house.the(Drafts.class).onReceived(e));
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

    @Test
    @DisplayName("stays when the project ends, is read then, and names nobody; the draft beside it goes with its key")
    void stays() throws IOException {
        MaterialId released = putForward(Set.of(source), "funn.txt", NOBODY);
        MaterialId draft = putForward(Set.of(), "utkast.csv", "age;answer\n30-40;yes\n");
        assertThat(opened(released).madeFrom()).isEqualTo(1);
        house.as("petra", Role.RESEARCHER);
        MaterialSummary after =
                house.doing(() -> house.the(DecidingMaterial.class).release(released, ALL));
        assertThat(after.state()).isEqualTo(MaterialState.RELEASED);
        assertThat(after.madeFrom()).isZero();
        house.on(AProject.ENDS.plusDays(1));
        var scope = new ErasureScope(
                project.id(),
                null,
                DeletionCause.END_OF_PROCESSING,
                Set.of(),
                AProject.ENDS,
                AProject.ENDS.plusDays(1));
        assertThat(inventory(KeepingReleased.class, scope)).singleElement().satisfies(item -> {
            assertThat(item.record()).isEqualTo(released.value());
            assertThat(item.decision().erases()).isFalse();
            assertThat(item.decision().reason().code()).isEqualTo("anonymised");
        });
        assertThat(inventory(ErasingDocuments.class, scope))
                .extracting(ErasureItem::record)
                .containsExactly(source.value());
        ErasureItem goes = inventory(ErasingDrafts.class, scope).get(0);
        assertThat(goes.record()).isEqualTo(draft.value());
        assertThat(read(released)).isEqualTo(NOBODY);
        assertRefused("document-restricted", () -> read(draft));
        assertThat(erasing(ErasingDrafts.class, goes)).isTrue();
        assertThat(erasing(ErasingDrafts.class, goes)).isFalse();
        assertThat(house.the(SubjectKeys.class).state(draft.keyOwner())).isEqualTo(KeyState.DESTROYED);
        assertThat(house.the(SubjectKeys.class).state(released.keyOwner())).isEqualTo(KeyState.ACTIVE);
        assertThat(remaining(ErasingDrafts.class, scope)).isZero();
        assertThat(remaining(KeepingReleased.class, scope)).isZero();
        assertThat(read(released)).isEqualTo(NOBODY);
        assertThatThrownBy(() -> putForward(Set.of(), "sent.txt", NOBODY)).isInstanceOf(RecordClosed.class);
    }

    @Test
    @DisplayName("that leads to somebody after all keeps a deletion of the project from being certified")
    void leadsToSomebody() {
        MaterialId released = putForward(Set.of(), "a.txt", NOBODY);
        house.as("petra", Role.RESEARCHER);
        release(released, ALL);
        house.does(() -> house.the(jakarta.persistence.EntityManager.class)
                .createNativeQuery("INSERT INTO anonymised_source VALUES (:material, :person)")
                .setParameter("material", released.value())
                .setParameter("person", someone.value())
                .executeUpdate());
        var scope = new ErasureScope(project.id(), null, DeletionCause.MANUAL, Set.of(), TODAY, TODAY);
        assertThat(remaining(KeepingReleased.class, scope)).isGreaterThan(1);
    }

    @Test
    @DisplayName("is released by a second person who has looked for everything")
    void fourEyes() {
        assertRefused(
                "checks-missing",
                () -> house.doing(() -> house.the(PuttingForward.class)
                        .begin(new NewMaterial(project.id(), Set.of(), Set.of(AnonymityCheck.NAMES)))));
        MaterialId id = putForward(Set.of(), "funn.txt", NOBODY);
        assertRefused("material-second-person", () -> release(id, ALL));
        house.as("petra", Role.RESEARCHER);
        assertRefused("checks-missing", () -> release(id, Set.of(AnonymityCheck.NAMES)));
        release(id, ALL);
        assertRefused("material-not-waiting", () -> release(id, ALL));
        assertThat(house.audited)
                .filteredOn(e -> e.action().equals("anonymised.decided"))
                .extracting(e -> e.reason())
                .containsExactly("material-second-person", "checks-missing", null, "material-not-waiting");
        house.as("jonas", Role.CASEWORKER);
        assertRefused("not-found", () -> read(id));
    }

    @Test
    @DisplayName(
            "that still points to somebody is not kept, however it is written, and what points is said without saying to whom")
    void stillPersonal() {
        String pseudonym = house.doing(() -> house.the(Participants.class).ref(someone))
                .pseudonym()
                .value();
        long before = blobsIn(blobs);
        MaterialId id = begin(Set.of(source));
        String spaced = pseudonym.replace('-', ' ').toLowerCase(java.util.Locale.ROOT);
        assertNotKept("pseudonym-in-text", id, "a.txt", "As " + pseudonym + " put it.");
        assertNotKept("pseudonym-in-text", id, "a.txt", "As " + spaced + " put it.");
        assertNotKept("pseudonym-in-text", id, "a.txt", "As " + pseudonym.replace("-", "") + " put it.");
        assertNotKept("pseudonym-in-name", id, pseudonym + ".txt", NOBODY);
        assertNotKept("record-id-in-text", id, "a.txt", "From " + someone.value());
        assertNotKept("record-id-in-text", id, "a.txt", "From " + source.value());
        assertNotKept("national-id-in-text", id, "a.txt", "Born 150880 00168".replace("150880 00168", syntheticId()));
        assertThat(blobsIn(blobs)).isEqualTo(before);
        assertThat(opened(id).state()).isEqualTo(MaterialState.BEGUN);
        attach(id, "a.txt", "D-9999-9 and 12345678901 are nobody here.");
        assertRefused("material-has-file", () -> attach(id, "b.txt", NOBODY));
    }

    @Test
    @DisplayName("is checked again when it is released: somebody may have got a name meanwhile")
    void checkedAgain() {
        MaterialId id = putForward(
                Set.of(),
                "a.txt",
                "Perhaps D-0002-1, D-0002-2, D-0002-3, D-0002-4, D-0002-5, "
                        + "D-0002-6, D-0002-7, D-0002-8, D-0002-9 or D-0002-0.");
        project.aParticipant();
        house.as("petra", Role.RESEARCHER);
        assertRefused("pseudonym-in-text", () -> release(id, ALL));
        assertThat(opened(id).state()).isEqualTo(MaterialState.PUT_FORWARD);
    }

    @Test
    @DisplayName("goes with the person while it is a draft, and stays once it is released")
    void withdrawal() throws IOException {
        MaterialId released = putForward(Set.of(source), "a.txt", NOBODY);
        house.as("petra", Role.RESEARCHER);
        release(released, ALL);
        house.as("ingrid", Role.RESEARCHER);
        MaterialId named = putForward(Set.of(source), "b.txt", NOBODY);
        MaterialId fromAll = putForward(Set.of(), "c.txt", NOBODY);
        MaterialId begun = begin(Set.of(source));
        house.as("jonas", Role.CASEWORKER);
        house.doing(() -> house.the(WithdrawingConsent.class).withdraw(form.id(), Set.of(), Purpose.FOLLOW_UP));
        house.as("petra", Role.RESEARCHER);
        assertThat(read(released)).isEqualTo(NOBODY);
        assertRefused("document-restricted", () -> read(named));
        assertRefused("source-closed", () -> release(named, ALL));
        assertRefused("not-found", () -> opened(begun));
        var scope = new ErasureScope(project.id(), someone, DeletionCause.WITHDRAWAL, Set.of(), TODAY, TODAY);
        List<ErasureItem> goes = inventory(ErasingDrafts.class, scope);
        assertThat(goes).extracting(ErasureItem::record).containsExactlyInAnyOrder(named.value(), fromAll.value());
        assertThat(inventory(KeepingReleased.class, scope)).isEmpty();
        goes.forEach(item -> assertThat(erasing(ErasingDrafts.class, item)).isTrue());
        assertThat(remaining(ErasingDrafts.class, scope)).isZero();
        var partly =
                new ErasureScope(project.id(), someone, DeletionCause.WITHDRAWAL, Set.of("share-plan"), TODAY, TODAY);
        assertThat(inventory(ErasingDrafts.class, partly)).isEmpty();
        assertThat(read(released)).isEqualTo(NOBODY);
    }

    @Test
    @DisplayName("that is refused is erased at once, and says what was not done")
    void refused() {
        long before = blobsIn(blobs);
        MaterialId id = putForward(Set.of(), "a.txt", NOBODY);
        assertRefused("material-second-person", () -> refuse(id));
        house.as("solveig", Role.PROJECT_LEAD);
        house.doing(() -> house.the(DecidingMaterial.class).refuse(id, Set.of(AnonymityCheck.RARE_COMBINATIONS)));
        assertThat(blobsIn(blobs)).isEqualTo(before);
        assertThat(opened(id)).satisfies(now -> {
            assertThat(now.state()).isEqualTo(MaterialState.REFUSED);
            assertThat(now.failed()).containsExactly(AnonymityCheck.RARE_COMBINATIONS);
            assertThat(now.document()).isNull();
        });
        assertThat(house.the(SubjectKeys.class).state(id.keyOwner())).isEqualTo(KeyState.DESTROYED);
    }

    private static String syntheticId() {
        no.bekk.bekkopen.person.FodselsnummerValidator.ALLOW_SYNTHETIC_NUMBERS = true;
        return no.bekk.bekkopen.person.FodselsnummerCalculator.getManySyntheticFodselsnummerForDate(
                        java.util.Date.from(java.time.Instant.parse("1980-08-15T12:00:00Z")))
                .get(0)
                .getValue();
    }

    private MaterialId begin(Set<DocumentId> from) {
        return house.doing(() -> house.the(PuttingForward.class).begin(new NewMaterial(project.id(), from, ALL)))
                .id();
    }

    private MaterialId putForward(Set<DocumentId> from, String name, String text) {
        MaterialId id = begin(from);
        attach(id, name, text);
        return id;
    }

    private void attach(MaterialId id, String name, String text) {
        house.the(AttachingMaterial.class).attach(id, file(name, text.getBytes(UTF_8)), Purpose.RESEARCH);
    }

    private void release(MaterialId id, Set<AnonymityCheck> done) {
        house.doing(() -> house.the(DecidingMaterial.class).release(id, done));
    }

    private void refuse(MaterialId id) {
        house.doing(() -> house.the(DecidingMaterial.class).refuse(id, Set.of(AnonymityCheck.PLACES)));
    }

    private MaterialSummary opened(MaterialId id) {
        return house.doing(() -> house.the(ReadingMaterial.class).open(id));
    }

    private String read(MaterialId id) throws IOException {
        DocumentId document = Objects.requireNonNull(opened(id).document());
        var content = house.doing(() -> house.the(ReadingDocuments.class).content(document, Purpose.RESEARCH));
        var out = new ByteArrayOutputStream();
        content.writeTo(out);
        return out.toString(UTF_8);
    }

    private List<ErasureItem> inventory(Class<? extends ErasureStep> step, ErasureScope scope) {
        return house.doing(() -> {
            try (var items = house.the(step).inventory(scope)) {
                return items.toList();
            }
        });
    }

    private boolean erasing(Class<? extends ErasureStep> step, ErasureItem item) {
        return house.doing(() -> house.the(step).erase(item));
    }

    private long remaining(Class<? extends ErasureStep> step, ErasureScope scope) {
        return house.doing(() -> house.the(step).remaining(scope));
    }

    private void assertNotKept(String code, MaterialId id, String name, String text) {
        assertRefused(code, () -> attach(id, name, text));
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
