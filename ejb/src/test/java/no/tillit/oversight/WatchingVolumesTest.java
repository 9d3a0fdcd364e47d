package no.tillit.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.audit.ManyPeople;
import no.tillit.testing.House;
import no.tillit.testing.Projects;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever oversees is shown who took out many people in a day")
class WatchingVolumesTest {
    private static final LocalDate DAY = LocalDate.of(2031, 5, 10);

    private final House house = new House();
    private final String name = "v" + UUID.randomUUID();

    private void write(String actor, String action, String outcome, String at, int people, int times)
            throws SQLException {
        try (var connection = TestDatabases.tillit().getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO audit_entry (at, actor, role, action, project_id, participant_id, outcome, reason, uid,"
                                + " leaf_hash) SELECT ?::timestamptz, ?, 'role', ?, ?, md5(n::text)::uuid, ?, ?,"
                                + " gen_random_uuid(), sha256('invented') FROM generate_series(1, ?) n, generate_series(1, ?)")) {
            insert.setString(1, at);
            insert.setString(2, actor);
            insert.setString(3, action);
            insert.setObject(4, Projects.row().value());
            insert.setString(5, outcome);
            insert.setString(6, outcome.equals("REFUSED") ? "no-access" : null);
            insert.setInt(7, people);
            insert.setInt(8, times);
            insert.executeUpdate();
        }
    }

    private Iterable<ManyPeople> shown() {
        house.on(DAY).as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(WatchingVolumes.class).latest()).stream()
                .filter(many -> many.actor().startsWith(name))
                .toList();
    }

    @Test
    @DisplayName("more than fifty different ones, by day in Norway and by what was done")
    void many() throws SQLException {
        write(name + "a", "consent.exported", "ALLOWED", "2031-05-09T21:30:00Z", 51, 2);
        write(name + "b", "document.content-read", "ALLOWED", "2031-05-09T22:30:00Z", 60, 1);
        assertThat(shown())
                .containsExactly(
                        new ManyPeople(name + "b", "document.content-read", DAY, 60),
                        new ManyPeople(name + "a", "consent.exported", DAY.minusDays(1), 51));
    }

    @Test
    @DisplayName("not the same few again and again, what was refused, what changes records, or what is long ago")
    void others() throws SQLException {
        write(name, "contact.read", "ALLOWED", "2031-05-10T08:00:00Z", 50, 3);
        write(name, "consent.exported", "REFUSED", "2031-05-10T08:00:00Z", 60, 1);
        write(name, "consent.recorded", "ALLOWED", "2031-05-10T08:00:00Z", 60, 1);
        write(name, "consent.exported", "ALLOWED", "2031-04-01T08:00:00Z", 60, 1);
        assertThat(shown()).isEmpty();
    }
}
