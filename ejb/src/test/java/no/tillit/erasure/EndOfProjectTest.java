package no.tillit.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.document.DocumentHandedOut;
import no.tillit.document.DocumentReceived;
import no.tillit.document.ReadingDocuments;
import no.tillit.document.anonymised.AnonymityCheck;
import no.tillit.document.anonymised.AttachingMaterial;
import no.tillit.document.anonymised.DecidingMaterial;
import no.tillit.document.anonymised.MaterialId;
import no.tillit.document.anonymised.NewMaterial;
import no.tillit.document.anonymised.PuttingForward;
import no.tillit.document.anonymised.ReadingMaterial;
import no.tillit.document.anonymised.internal.Drafts;
import no.tillit.document.anonymised.internal.Openings;
import no.tillit.document.internal.MaterialStanding;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import no.tillit.project.MovingEnd;
import no.tillit.project.NewEnd;
import no.tillit.retention.HoldAudience;
import no.tillit.retention.Holding;
import no.tillit.retention.NewHold;
import no.tillit.testing.AProject;
import no.tillit.testing.Deletions;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The deletion that ends a project")
class EndOfProjectTest {
    private static final LocalDate AFTER = AProject.ENDS.plusDays(1);
    private static final String NOBODY = "One of them said that the first week was the hardest.";

    private House house;
    private AProject project;
    private Deletions deletions;
    private SubjectKeys keys;
    private ParticipantId someone;
    private MaterialId released;

    @BeforeEach
    void somebodyTookPart(@TempDir Path folder) throws IOException {
        house = DocumentHouse.in(folder.resolve("blobs"));
        house.with(MaterialStanding.class, house.the(Drafts.class));
        house.observing(DocumentReceived.class, e -> house.the(Drafts.class).onReceived(e));
        house.observing(DocumentHandedOut.class, e -> house.the(Openings.class).onHandedOut(e));
        project = AProject.in(house);
        keys = house.the(SubjectKeys.class);
        deletions = new Deletions(house, project.id(), folder);
        someone = project.aParticipant();
        Set<AnonymityCheck> all = EnumSet.allOf(AnonymityCheck.class);
        released = house.doing(
                        () -> house.the(PuttingForward.class).begin(new NewMaterial(project.id(), Set.of(), all)))
                .id();
        house.the(AttachingMaterial.class)
                .attach(released, DocumentHouse.file("a.txt", NOBODY.getBytes(UTF_8)), Purpose.RESEARCH);
        read();
        house.doing(() -> house.the(DecidingMaterial.class).release(released, all));
    }

    @Test
    @DisplayName("destroys the project's own key at last, leaves what is about nobody, and says both before")
    void destroysTheProjectsKey() throws IOException {
        house.on(AFTER);
        DeletionPreview preview = deletions.proposeEnd();
        assertThat(preview.notes())
                .contains(PreviewNote.LINKAGE_GOES, PreviewNote.PROJECT_KEY_GOES, PreviewNote.ANONYMISED_STAYS)
                .doesNotContain(PreviewNote.KEY_KEPT_FOR_HELD_BACK);
        assertThat(preview.keys()).isEqualTo(1);
        DeletionPreview done = deletions.approve(preview);
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(keys.state(SubjectId.of(someone))).isEqualTo(KeyState.DESTROYED);
        assertThat(keys.state(SubjectId.of(project.id()))).isEqualTo(KeyState.DESTROYED);
        assertThat(keys.state(released.keyOwner())).isEqualTo(KeyState.ACTIVE);
        assertThat(read()).isEqualTo(NOBODY);
        assertThat(deletions.repeat(done.job().id())).isFalse();
        assertThatThrownBy(() -> keys.provision(SubjectId.of(project.id()))).isInstanceOf(KeyDestroyed.class);
        house.as("solveig", Role.PROJECT_LEAD);
        assertThatThrownBy(() -> house.doing(() ->
                        house.the(MovingEnd.class).move(project.id(), new NewEnd(AFTER.plusYears(1), "change", AFTER))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("project-erased"));
    }

    @Test
    @DisplayName("destroys the project's key again when an older copy of the keys brings it back")
    void broughtBack() throws SQLException {
        String copy = keyRows("SELECT json_agg(k)::text FROM subject_key k WHERE subject = ?::uuid");
        house.on(AFTER);
        DeletionPreview done = deletions.approve(deletions.proposeEnd());
        keyRows(
                "WITH gone AS (DELETE FROM subject_key WHERE subject = ?::uuid RETURNING 1) SELECT count(*)::text FROM gone");
        keyRows("WITH back AS (INSERT INTO subject_key SELECT * FROM json_populate_recordset(NULL::subject_key, '"
                + copy + "') WHERE subject = ?::uuid RETURNING 1) SELECT count(*)::text FROM back");
        assertThat(keys.state(SubjectId.of(project.id()))).isEqualTo(KeyState.ACTIVE);
        assertThat(deletions.repeat(done.job().id())).isTrue();
        assertThat(keys.state(SubjectId.of(project.id()))).isEqualTo(KeyState.DESTROYED);
        assertThat(keys.state(released.keyOwner())).isEqualTo(KeyState.ACTIVE);
    }

    /** Of the project's keys, as an operator who puts a copy back. */
    private String keyRows(String sql) throws SQLException {
        try (var connection = TestDatabases.as("postgres", "tillit_keys").getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, project.id().value());
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    @Test
    @DisplayName("keeps the project's key while something is held, and says so")
    void keepsItForWhatIsHeld() {
        house.on(AFTER);
        project.house().on(AProject.ENDS);
        project.aParticipant();
        house.on(AFTER).as("marit", Role.PRIVACY_OFFICER);
        house.doing(() -> house.the(Holding.class)
                .place(
                        project.id(),
                        new NewHold(
                                someone,
                                null,
                                null,
                                "A complaint",
                                "GDPR Art 17(3)",
                                AFTER.plusDays(9),
                                HoldAudience.PROJECT),
                        Purpose.DATA_PROTECTION));
        DeletionPreview preview = deletions.proposeEnd();
        assertThat(preview.notes()).doesNotContain(PreviewNote.PROJECT_KEY_GOES);
        assertThat(deletions.approve(preview).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(keys.state(SubjectId.of(project.id()))).isEqualTo(KeyState.ACTIVE);
    }

    private String read() throws IOException {
        house.as("petra", Role.RESEARCHER);
        var document = house.doing(() -> Objects.requireNonNull(
                house.the(ReadingMaterial.class).open(released).document()));
        var out = new ByteArrayOutputStream();
        house.doing(() -> house.the(ReadingDocuments.class).content(document, Purpose.RESEARCH))
                .writeTo(out);
        return out.toString(UTF_8);
    }
}
