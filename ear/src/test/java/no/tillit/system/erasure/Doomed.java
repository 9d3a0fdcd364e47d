package no.tillit.system.erasure;

import static no.tillit.system.erasure.ProjectUnderTest.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.tillit.erasure.DeletionCause;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Story;
import no.tillit.system.erasure.ProjectUnderTest.Person;

/** Somebody whose data are to go for one reason: what there is before, and that nothing is left of it afterwards. */
final class Doomed {
    final DeletionCause cause;
    final ProjectUnderTest project;
    final Person person;
    final String name;
    final String marker;
    final String interview;

    /** What goes: the transcript, or for a schedule only the notes. */
    final String document;

    /** What stays with those who stay. */
    final String other;

    /** What was released as anonymised before the project ended; empty for other reasons. */
    final String anonymised;

    final List<String> blobs;
    final String key;

    Doomed(DeletionCause cause, ProjectUnderTest project) {
        this.cause = cause;
        this.project = project;
        String tag = UUID.randomUUID().toString().substring(0, 13);
        name = "Oppdiktet " + tag;
        marker = "Det hun sa ved porten var " + tag;
        person = project.aParticipant(name, "interview");
        interview = project.interview("individual", person.id());
        String transcript = project.transcript(interview, "samtale-" + tag + ".txt", marker);
        String notes = project.notes(interview, "notat-" + tag + ".txt", marker);
        document = staysAPerson() ? notes : transcript;
        other = staysAPerson() ? transcript : notes;
        anonymised = cause == DeletionCause.END_OF_PROCESSING ? project.released(document, NOBODY) : "";
        if (cause == DeletionCause.SCHEDULE) {
            scheduleForNotes();
        }
        blobs = Databases.column(
                Databases.DATA,
                "SELECT unnest(ARRAY[original_blob, text_blob]) FROM document WHERE id = '" + document + "'");
        blobs.remove("null");
        assertThat(blobs).isNotEmpty();
        key = Databases.keyOf(person.id());
        assertThat(key).startsWith("ACTIVE ");
        if (cause != DeletionCause.END_OF_PROCESSING) {
            assertThat(read(document)).isEqualTo(200);
        }
    }

    /** A schedule takes single records; every other reason takes the person. */
    boolean staysAPerson() {
        return cause == DeletionCause.SCHEDULE;
    }

    /** Whether everybody in the project goes. */
    boolean isOfTheProject() {
        return cause == DeletionCause.SCHEDULE || cause == DeletionCause.END_OF_PROCESSING;
    }

    private void scheduleForNotes() {
        var words = Map.of("nb", "Notatene skal bort.", "nn", "Notata skal bort.", "en", "The notes go.");
        Api.as("marit", Deletions.DATA_PROTECTION)
                .body(Map.of(
                        "covers", "interview-notes",
                        "starts", "date",
                        "startsOn", Story.today().minusDays(1).toString(),
                        "period", "P0D",
                        "disposal", "dispose",
                        "authority", "informasjonsskrivet",
                        "words", words,
                        "version", 0))
                .put("/projects/{id}/retention/schedules/notat-etter-dag", project.id)
                .then()
                .statusCode(200);
    }

    /** With a backup everything is back: row, content and key. */
    void isBack() {
        assertThat(Traces.ofId(document)).as(cause + " " + document).contains("document");
        assertThat(Databases.keyOf(person.id())).isEqualTo(key);
    }

    /** No row, no key, no content, for nobody. */
    void isGone() {
        assertThat(read(document)).as(cause.name()).isEqualTo(404);
        assertThat(documents()).doesNotContain(document);
        assertThat(Traces.ofId(document)).as(cause.name()).isSubsetOf(PROOF);
        if (staysAPerson()) {
            assertThat(read(other)).isEqualTo(200);
            assertThat(Databases.keyOf(person.id())).startsWith("ACTIVE ");
        } else {
            assertThat(read(other)).isEqualTo(404);
            assertThat(Traces.ofId(person.id())).as(cause.name()).isSubsetOf(Traces.OF_SOMEBODY_ERASED);
            assertThat(Databases.keyOf(person.id())).isEqualTo("DESTROYED ");
            assertThat(participants()).doesNotContain(person.id());
        }
    }

    /** What is about nobody is read as before, though the project has ended and everybody in it is gone. */
    void staysAnonymised() {
        if (!anonymised.isEmpty()) {
            assertThat(Api.as("ingrid", RESEARCH)
                            .get("/documents/{id}/content", anonymised)
                            .asString())
                    .isEqualTo(NOBODY);
        }
    }

    private static final String NOBODY = "En av dem sa at den første uken var verst.";
    private static final Set<String> PROOF = Set.of("audit_entry", "deletion_item", "idempotency_key");

    /** Nothing new is taken in for somebody who was erased. */
    void takesNothingIn() {
        if (staysAPerson()) {
            return;
        }
        assertThat(Api.as("ingrid", RESEARCH)
                        .contentType("text/plain")
                        .body("Nytt.".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .header("Tillit-Filename", "ny.txt")
                        .post("/interviews/{id}/documents?type=transcript", interview)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.as("ingrid", RESEARCH)
                        .body(Map.of("name", name))
                        .put("/participants/{id}/contact", person.id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.as("ingrid", RESEARCH)
                        .body(Map.of(
                                "signedOn",
                                Story.today().toString(),
                                "decisions",
                                Map.of("interview", true),
                                "method",
                                "paper",
                                "language",
                                "nb"))
                        .post("/participants/{id}/consents", person.id())
                        .statusCode())
                .isEqualTo(404);
    }

    /** Neither page nor list shows it. */
    void isNotShown(Browser ingrid) {
        assertThat(ingrid.page()
                        .navigate("/document/document.xhtml?id=" + document)
                        .status())
                .isEqualTo(404);
        if (!staysAPerson()) {
            assertThat(ingrid.page()
                            .navigate("/participant/participant.xhtml?id=" + person.id())
                            .status())
                    .isEqualTo(404);
            ingrid.go("/participant/participants.xhtml?project=" + project.id);
            assertThat(ingrid.page().locator("main").innerHTML()).doesNotContain(person.id());
        }
    }

    private List<String> documents() {
        return listed("/projects/{id}/documents?size=100");
    }

    private List<String> participants() {
        return listed("/projects/{id}/participants?size=100");
    }

    private List<String> listed(String list) {
        var answer = Api.as("ingrid", RESEARCH).get(list, project.id);
        assertThat(answer.statusCode()).isIn(200, 404);
        List<String> ids = answer.statusCode() == 200 ? answer.path("items.id") : List.of();
        return ids;
    }

    private static int read(String document) {
        return Api.as("ingrid", RESEARCH)
                .get("/documents/{id}/content", document)
                .statusCode();
    }

    @Override
    public String toString() {
        return cause + " of " + name;
    }
}
