package no.tillit.testing;

import java.sql.SQLException;
import no.tillit.kernel.ProjectId;

/** Projects as bare rows, for tests of features that know no more of a project than that it is there. */
public final class Projects {
    private Projects() {}

    /** A new one without members. */
    public static ProjectId row() {
        ProjectId id = ProjectId.random();
        try (var owner = TestDatabases.tillitOwner().getConnection();
                var insert = owner.prepareStatement("INSERT INTO project VALUES (?, 'P', 'C', ?, '2026-01-15', 'Why',"
                        + " '2027-06-30', 24, now(), 'solveig')")) {
            insert.setObject(1, id.value());
            insert.setString(2, id.value().toString());
            insert.execute();
            return id;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
