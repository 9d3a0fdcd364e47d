package no.tillit.system.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import no.tillit.system.erasure.ProjectUnderTest.Person;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A deletion outlives a crash and a restore")
class CrashAndRestoreTest {
    private static final int DOCUMENTS = 8;

    @Test
    @DisplayName(
            "killed in mid-job it is finished after the restart; who came back with a backup is erased again before anyone is served; every upload that was acknowledged is there, and no half one")
    void crashAndRestore() throws Exception {
        Assumptions.assumeTrue(Stack.get().isOurs(), "only a stack of our own may be crashed");
        var project = ProjectUnderTest.registered();
        Person erased = project.aParticipant("Gunnhild Oppdiktet", "interview");
        String transcript =
                project.transcript(project.interview("individual", erased.id()), "samtale.txt", "Om bølgene.");
        Backup backup = Backup.of(erased.id());
        Deletions.carriedOut(project.id, erased.id(), "manual");
        assertThat(backup.rows("contact")).isZero();

        Person person = project.aParticipant("Torgrim Oppdiktet", "interview");
        String interview = project.interview("individual", person.id());
        for (int i = 0; i < DOCUMENTS; i++) {
            project.transcript(interview, "del-" + i + ".txt", "Del " + i + " av samtalen.");
        }
        JsonPath preview = Deletions.propose("marit", project.id, person.id(), "manual")
                .statusCode(201)
                .extract()
                .jsonPath();
        String job = preview.getString("id");
        long total = preview.getLong("progress.total");

        Person sender = project.aParticipant("Ragnhild Oppdiktet", "interview");
        SendingUntilItEnds sending;

        // The person's consent is held, so that the job stands behind the documents for as long as it is watched.
        try (Connection holding = Stack.get().database("tillit");
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("SELECT id FROM consent WHERE participant_id = '" + person.id() + "' FOR UPDATE");
            Deletions.approve("henrik", job, preview.getInt("version")).statusCode(200);
            long half = Eventually.within(
                    Duration.ofSeconds(60), () -> Deletions.open(job).getLong("progress.erased"), n -> n > 0);
            assertThat(half).isLessThan(total);
            sending = new SendingUntilItEnds(project, project.interview("individual", sender.id()));
            sending.awaitSome();
            Stack.get().restartApplicationAfterCrash(() -> {
                release(holding);
                backup.restore();
                assertThat(backup.rows("contact")).isEqualTo(1);
                assertThat(backup.rows("document")).isEqualTo(1);
            });
        }

        // Erased again before the first request: nothing is waited for here.
        assertThat(backup.rows("contact")).isZero();
        assertThat(backup.rows("consent")).isZero();
        assertThat(backup.rows("document")).isZero();
        Api.as("ingrid", "research").get("/documents/{id}", transcript).then().statusCode(404);
        Api.as("audun", "audit")
                .get("/audit/entries?participant={id}&action=erasure.repeated", erased.id())
                .then()
                .body("items.actor", hasItem("system"));

        sending.allIsWhole();
        Deletions.awaitState(job, "completed");
        assertThat(Deletions.open(job).getLong("progress.erased")).isEqualTo(total);
        assertThat(Deletions.certificate(job)).isNotEmpty();
    }

    private static void release(Connection holding) {
        try {
            holding.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
