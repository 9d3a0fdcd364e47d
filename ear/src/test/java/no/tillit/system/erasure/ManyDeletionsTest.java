package no.tillit.system.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("More deletions than the pool has threads")
class ManyDeletionsTest {
    /** The pool has 16 threads, and each run needs two at least. */
    private static final int SMALL = 17;

    /** Enough for two parts of everything that each of them has. */
    private static final int PEOPLE = 51;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    @DisplayName("go on three at a time, a large one in parts; requests are answered meanwhile, and all are completed")
    void allAreCompleted() throws SQLException {
        var large = ProjectUnderTest.registered();
        for (int i = 0; i < PEOPLE; i++) {
            large.aParticipant("Oppdiktet Person", "interview");
        }
        large.ends(Story.today().minusDays(1));
        var project = ProjectUnderTest.registered();
        List<String> people = new ArrayList<>();
        for (int i = 0; i < SMALL; i++) {
            people.add(project.aParticipant("Oppdiktet Person", "interview").id());
        }
        List<String> jobs = new ArrayList<>();
        // Consents are held, so that whoever began stands in the middle, each run in its own thread and its part's.
        try (Connection holding = Stack.get().database("tillit");
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute(
                    "SELECT c.id FROM consent c JOIN participant p ON p.id = c.participant_id WHERE p.project_id IN ('"
                            + large.id + "', '" + project.id + "') FOR UPDATE OF c");
            jobs.add(approved(large.id, null, "end-of-processing"));
            for (String person : people) {
                jobs.add(approved(project.id, person, "manual"));
            }
            assertThat(jobs).hasSizeGreaterThan(16);
            Eventually.within(PATIENCE, () -> executing(jobs), n -> n == 3);
            Eventually.within(PATIENCE, () -> waitingForHeldConsents(), n -> n >= 4);
            assertThat(executing(jobs)).isEqualTo(3);
            Api.as("ingrid", "research")
                    .get("/projects/{id}", project.id)
                    .then()
                    .statusCode(200);
            holding.rollback();
        }
        for (String job : jobs) {
            Deletions.awaitState(job, "completed");
        }
        JsonPath done = Deletions.open(jobs.get(0));
        assertThat(done.getLong("progress.erased")).isEqualTo(done.getLong("progress.total"));
        assertThat(
                        count(
                                "SELECT max(parts) FROM (SELECT count(*) AS parts FROM partition_execution GROUP BY stepexecutionid) p"))
                .isBetween(2L, 4L);
    }

    private static String approved(String project, @Nullable String participant, String cause) {
        JsonPath preview = Deletions.propose("marit", project, participant, cause)
                .statusCode(201)
                .extract()
                .jsonPath();
        String job = preview.getString("id");
        Deletions.approve("henrik", job, preview.getInt("version")).statusCode(200);
        return job;
    }

    private static long executing(List<String> jobs) {
        return count("SELECT count(*) FROM deletion_job WHERE state = 'EXECUTING' AND id IN ('"
                + String.join("', '", jobs) + "')");
    }

    /** Parts: two of the large one, and one of each of the others. */
    private static long waitingForHeldConsents() {
        return count(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    }

    private static long count(String query) {
        try (Connection connection = Stack.get().database("tillit");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
