package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the application sees of the database, by who calls")
class VisibleRowsTest {
    private final House house = new House();

    @Test
    @DisplayName("a query that forgot to ask for the project shows the caller's projects and no other")
    void forgottenFilter() {
        AProject mine = AProject.in(house);
        mine.aParticipant();
        String stranger = "stranger-" + UUID.randomUUID();
        AProject other = AProject.in(house);
        other.aParticipant();
        house.as("solveig", Role.PROJECT_LEAD);
        house.does(() -> house.the(Memberships.class)
                .put(new Membership(mine.id(), stranger, Role.RESEARCHER, false), "solveig"));
        house.as(stranger, Role.RESEARCHER);
        assertThat(projectsWithParticipants()).containsExactly(mine.id());
        house.as(stranger, Role.CASEWORKER);
        assertThat(projectsWithParticipants()).as("in another role").isEmpty();
        house.as("solveig", Role.PROJECT_LEAD);
        house.does(() -> house.the(Memberships.class).remove(mine.id(), stranger, "solveig"));
        house.as(stranger, Role.RESEARCHER);
        assertThat(projectsWithParticipants()).as("no longer a member").isEmpty();
        assertThatThrownBy(() -> house.doing(() -> house.the(EntityManager.class)
                        .createNativeQuery("INSERT INTO participant_number VALUES (:project, 7)")
                        .setParameter("project", mine.id().value())
                        .executeUpdate()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    @DisplayName("who works in the whole installation sees everything, until a project has been decided upon")
    void everywhere() {
        AProject one = AProject.in(house);
        one.aParticipant();
        AProject two = AProject.in(house);
        two.aParticipant();
        house.as("marit", Role.PRIVACY_OFFICER);
        assertThat(projectsWithParticipants()).contains(one.id(), two.id());
        Set<ProjectId> afterwards = house.doing(() -> {
            house.the(Access.class).require(Action.READ_PARTICIPANT, one.id(), Purpose.DATA_PROTECTION);
            return Set.copyOf(inThisTransaction());
        });
        assertThat(afterwards).containsExactly(one.id());
    }

    @Test
    @DisplayName("roles that may do nothing in a project see nothing of it, and nobody sees nothing")
    void nothing() {
        AProject.in(house).aParticipant();
        for (Role role : new Role[] {Role.OPERATOR, Role.PARTNER, Role.PROJECT_LEAD}) {
            house.as("olga", role);
            assertThat(projectsWithParticipants()).isEmpty();
        }
        house.as("solveig");
        assertThat(projectsWithParticipants()).isEmpty();
    }

    @Test
    @DisplayName("two callers at once on one pool each see their own")
    void atOnce() throws Exception {
        ProjectRows one = ProjectRows.of("one-" + UUID.randomUUID());
        ProjectRows two = ProjectRows.of("two-" + UUID.randomUUID());
        var both = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> callers = List.of(asking(one, both), asking(two, both));
            for (var answer : pool.invokeAll(callers)) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Callable<Boolean> asking(ProjectRows rows, CyclicBarrier both) {
        return () -> {
            house.as(rows.member(), Role.RESEARCHER);
            for (int i = 0; i < 50; i++) {
                both.await();
                assertThat(house.doing(() -> {
                            List<ProjectId> seen = inThisTransaction();
                            both.await();
                            return seen;
                        }))
                        .containsExactly(rows.id());
            }
            return true;
        };
    }

    @Test
    @DisplayName("work that would do harm if it saw too little stops for anybody but the system")
    void requireEverything() {
        VisibleRows rows = house.the(VisibleRows.class);
        house.as("system", Role.SYSTEM).does(rows::requireEverything);
        for (Role role : new Role[] {Role.RESEARCHER, Role.OPERATOR}) {
            house.as("ingrid", role);
            assertThatThrownBy(() -> house.does(rows::requireEverything)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("whether a blob is known is answered for all projects, also to who sees none: nothing needed is swept")
    void knownBlobs() throws SQLException {
        ProjectRows rows = ProjectRows.of("ingrid");
        try (var app = TestDatabases.tillit().getConnection()) {
            assertThat(ProjectRows.texts(
                            app,
                            "SELECT EXISTS (SELECT 1 FROM stored_blob WHERE blob = '"
                                    + rows.id().value() + "')"))
                    .containsExactly("t");
            assertThat(ProjectRows.texts(
                            app, "SELECT EXISTS (SELECT 1 FROM stored_blob WHERE blob = gen_random_uuid())"))
                    .containsExactly("f");
        }
    }

    private List<ProjectId> projectsWithParticipants() {
        return house.doing(this::inThisTransaction);
    }

    private List<ProjectId> inThisTransaction() {
        return house.the(EntityManager.class)
                .createNativeQuery("SELECT DISTINCT project_id FROM participant", UUID.class)
                .getResultStream()
                .map(id -> new ProjectId((UUID) id))
                .toList();
    }
}
