package no.tillit.consent.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import no.tillit.access.Membership;
import no.tillit.access.Memberships;
import no.tillit.access.Role;
import no.tillit.consent.ItemKind;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Refusal;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private final House house = new House();
    private final AProject project = AProject.in(house);

    private TemplateVersionId draft(String name) {
        house.as("solveig", Role.PROJECT_LEAD);
        return house.doing(
                () -> house.the(StartingTemplate.class).begin(project.id(), ReadyMade.STUDY_PARTICIPATION, name));
    }

    private VersionDetails open(TemplateVersionId id) {
        return house.doing(() -> house.the(ReadingTemplates.class).open(id));
    }

    private VersionSummary save(TemplateVersionId id, int revision, TemplateContent content) {
        return house.doing(() -> house.the(EditingTemplate.class).save(id, revision, content, null));
    }

    private VersionSummary publish(TemplateVersionId id, int revision) {
        return house.doing(() -> house.the(PublishingTemplate.class).publish(id, revision));
    }

    private TemplateVersionId published(String name) {
        TemplateVersionId id = draft(name);
        save(id, 1, WholeTemplate.of(open(id).content()));
        house.as("marit", Role.PRIVACY_OFFICER);
        publish(id, 2);
        return id;
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    @DisplayName("a template begins with a draft for the samples it is written for, and is on record")
    void begins() {
        house.audited.clear();
        TemplateVersionId id = draft("Deltakere");
        assertThat(house.audited).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("consent-template.edited");
            assertThat(entry.record()).isEqualTo(id.value());
        });
        VersionDetails details = open(id);
        assertThat(details.name()).isEqualTo("Deltakere");
        assertThat(details.version().state()).isEqualTo(TemplateState.DRAFT);
        assertThat(details.version().code()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(details.content().samples()).containsExactlyInAnyOrder(project.consenting(), project.byLaw());
        assertThat(details.facts().endsOn()).isEqualTo(AProject.ENDS);
        assertRefused("template-name-taken", () -> draft("Deltakere"));
        assertRefused("missing", () -> draft(" "));
    }

    @Test
    @DisplayName("a draft is published whole, by a second person, as that person read it")
    void publishes() {
        TemplateVersionId id = draft("Deltakere");
        assertThat(house.doing(() -> house.the(ReadingTemplates.class).check(id)))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.GAP_LEFT);
        house.as("marit", Role.PRIVACY_OFFICER);
        assertRefused("template-not-ready", () -> publish(id, 1));
        house.as("solveig", Role.PROJECT_LEAD);
        save(id, 1, WholeTemplate.of(open(id).content()));
        assertThat(house.doing(() -> house.the(ReadingTemplates.class).check(id)))
                .isEmpty();
        assertRefused("second-reader-needed", () -> publish(id, 2));
        house.as("marit", Role.PRIVACY_OFFICER);
        assertRefused("draft-changed", () -> publish(id, 1));
        VersionSummary done = publish(id, 2);
        assertThat(done.state()).isEqualTo(TemplateState.PUBLISHED);
        assertThat(done.publishedBy()).isEqualTo("marit");
        assertRefused("version-published", () -> publish(id, 2));
    }

    @Test
    @DisplayName("nobody publishes what they have written, however somebody else saved it meanwhile")
    void everyEditor() {
        house.as("solveig", Role.PROJECT_LEAD);
        house.does(() -> house.the(Memberships.class)
                .put(new Membership(project.id(), "leif", Role.PROJECT_LEAD, false), "solveig"));
        TemplateVersionId id = draft("Deltakere");
        TemplateContent whole = WholeTemplate.of(open(id).content());
        save(id, 1, whole);
        house.as("leif", Role.PROJECT_LEAD);
        VersionSummary unchanged = save(id, 2, whole);
        assertThat(unchanged.revision()).isEqualTo(2);
        assertThat(unchanged.editedBy()).isEqualTo("solveig");
        assertThat(unchanged.editors()).containsExactly("solveig");
        house.as("solveig", Role.PROJECT_LEAD);
        assertRefused("second-reader-needed", () -> publish(id, 2));
        house.as("leif", Role.PROJECT_LEAD);
        assertThat(save(id, 2, renamed(whole)).revision()).isEqualTo(3);
        assertRefused("second-reader-needed", () -> publish(id, 3));
        house.as("solveig", Role.PROJECT_LEAD);
        assertRefused("second-reader-needed", () -> publish(id, 3));
        house.as("marit", Role.PRIVACY_OFFICER);
        assertThat(publish(id, 3).editors()).containsExactly("solveig", "leif");
    }

    @Test
    @DisplayName("the table lets no editor publish either")
    void editorsInTheTable() throws SQLException {
        TemplateVersionId id = draft("Deltakere");
        try (Connection owner = TestDatabases.tillitOwner().getConnection()) {
            assertThatThrownBy(() -> owner.createStatement()
                            .executeUpdate(
                                    "UPDATE consent_template_version SET state = 'PUBLISHED', edited_by = 'leif',"
                                            + " published_by = 'solveig', published_at = now(), project_name = 'x', controller = 'x',"
                                            + " ends_on = now() WHERE id = '" + id.value() + "'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("consent_template_second_reader");
        }
    }

    private static TemplateContent renamed(TemplateContent content) {
        return new TemplateContent(
                new Words(
                        content.title().nb() + " 2",
                        content.title().nn() + " 2",
                        content.title().en() + " 2"),
                content.samples(),
                content.validity(),
                content.letter(),
                content.declaration(),
                content.modules());
    }

    @Test
    @DisplayName("nobody overwrites what another has saved")
    void optimistic() {
        TemplateVersionId id = draft("Deltakere");
        TemplateContent content = WholeTemplate.of(open(id).content());
        assertThat(save(id, 1, content).revision()).isEqualTo(2);
        assertRefused("draft-changed", () -> save(id, 1, content));
        assertThat(open(id).content()).isEqualTo(content);
    }

    @Test
    @DisplayName("a published version is frozen: for the application, for its database role, and for the owner")
    void frozen() throws SQLException {
        TemplateVersionId id = published("Deltakere");
        house.as("solveig", Role.PROJECT_LEAD);
        assertRefused("version-published", () -> save(id, 2, open(id).content()));
        assertRefused("version-published", () -> {
            house.does(() -> house.the(EditingTemplate.class).discard(id, 2));
        });
        for (String change : List.of(
                "UPDATE consent_template_version SET content = '' WHERE id = '" + id.value() + "'",
                "UPDATE consent_template_version SET state = 'DRAFT' WHERE id = '" + id.value() + "'",
                "DELETE FROM consent_template_version WHERE id = '" + id.value() + "'")) {
            try (Connection app = TestDatabases.tillit().getConnection();
                    Connection owner = TestDatabases.tillitOwner().getConnection()) {
                app.createStatement().execute("SET tillit.projects = '*'");
                for (Connection connection : List.of(app, owner)) {
                    assertThatThrownBy(() -> connection.createStatement().executeUpdate(change))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("never changes");
                }
            }
        }
    }

    @Test
    @DisplayName("a published version says what the approval said then")
    void frozenFacts() {
        TemplateVersionId id = published("Deltakere");
        assertThat(open(id).facts()).isEqualTo(new LetterFacts("A way out", "A university", AProject.ENDS));
    }

    @Test
    @DisplayName("the next version begins as the last one says, one at a time, and says who is asked again")
    void nextVersion() {
        TemplateVersionId first = published("Deltakere");
        house.as("solveig", Role.PROJECT_LEAD);
        TemplateId template = open(first).template();
        TemplateVersionId second =
                house.doing(() -> house.the(StartingTemplate.class).nextVersion(template));
        assertThat(open(second).content()).isEqualTo(open(first).content());
        assertRefused(
                "draft-exists",
                () -> house.doing(() -> house.the(StartingTemplate.class).nextVersion(template)));
        assertThat(house.doing(() -> house.the(ReadingTemplates.class).check(second)))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.REASK_MISSING);
        var asks = new ReAsk(ReAsk.Whom.ANSWERED, Set.of(ItemKind.AUDIO_RECORDING));
        house.doing(() ->
                house.the(EditingTemplate.class).save(second, 1, open(second).content(), asks));
        assertThat(open(second).reAsk()).isEqualTo(asks);
        house.as("henrik", Role.PRIVACY_OFFICER);
        publish(second, 2);
        TemplateSummary all =
                house.doing(() -> house.the(ReadingTemplates.class).open(template));
        assertThat(all.versions()).extracting(VersionSummary::number).containsExactly(2, 1);
        assertThat(all.current().orElseThrow().id()).isEqualTo(second);
        assertThat(all.draft()).isEmpty();
    }

    @Test
    @DisplayName("a draft can be thrown away, and with the first one the template")
    void discard() {
        TemplateVersionId id = draft("Deltakere");
        house.does(() -> house.the(EditingTemplate.class).discard(id, 1));
        assertThat(house.doing(() -> house.the(ReadingTemplates.class).in(project.id())))
                .isEmpty();
        assertThatThrownBy(() -> open(id)).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("members read, the lead writes, and nobody from elsewhere knows of it")
    void access() {
        TemplateVersionId id = draft("Deltakere");
        TemplateContent content = open(id).content();
        house.as("ingrid", Role.RESEARCHER);
        assertThat(house.doing(() -> house.the(ReadingTemplates.class).in(project.id())))
                .extracting(TemplateSummary::name)
                .containsExactly("Deltakere");
        assertThatThrownBy(() -> save(id, 1, content)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> publish(id, 1)).isInstanceOf(NotFound.class);
        house.as("oyvind", Role.RESEARCHER);
        assertThatThrownBy(() -> open(id)).isInstanceOf(NotFound.class);
        house.as("another", Role.PROJECT_LEAD);
        assertThatThrownBy(() -> save(id, 1, content)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> publish(id, 1)).isInstanceOf(NotFound.class);
    }
}
