package no.tillit.access.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import no.tillit.access.AccessTable;
import no.tillit.access.AccessTable.Where;
import no.tillit.access.Caller;
import no.tillit.access.Role;

/**
 * Of which projects somebody may see rows at all, before anything is decided: what row-level security is told.
 *
 * @param everything whether a role of the caller's works in the whole installation
 * @param roles the caller's roles that count in the projects of which they are a member
 */
record Horizon(String username, boolean everything, List<String> roles) {
    private static final String OPEN = """
            SELECT set_config('tillit.username', ?, true), set_config('tillit.decided', '', true),
                   set_config('tillit.projects', CASE WHEN ? THEN '*' ELSE projects_of(?, ?) END, true)""";

    static Horizon of(Caller caller) {
        return new Horizon(
                caller.username(),
                caller.roles().stream().anyMatch(role -> AccessTable.counts(role, Where.EVERYWHERE)),
                caller.roles().stream()
                        .filter(role -> role.isHeldInProject() && AccessTable.counts(role, Where.AS_MEMBER))
                        .map(Role::keycloakName)
                        .toList());
    }

    /** For the current transaction of this connection, and not a moment longer. */
    void open(Connection connection) throws SQLException {
        try (var open = connection.prepareStatement(OPEN)) {
            open.setString(1, username);
            open.setBoolean(2, everything);
            open.setString(3, username);
            open.setArray(4, connection.createArrayOf("text", roles.toArray()));
            open.execute();
        }
    }
}
