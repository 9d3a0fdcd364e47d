package no.tillit.keys.upkeep;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Somebody of whom there is something of each kind under a key, which is to be replaced. */
abstract class SomebodyKnown {
    static final Replacement.Progress SILENT = (step, what) -> {};

    @TempDir
    Path blobs = Path.of("");

    PeopleUnderKeys people;

    @BeforeEach
    void somebodyIsKnown() {
        people = new PeopleUnderKeys(blobs);
    }

    Replacement replacement() {
        return ReplacementChild.over(KeyRing.sharedFile(), TestDatabases.keys(), TestDatabases.tillit(), blobs);
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(column(TestDatabases.keysOwner(), sql.replace("?", "'" + people.someone.value() + "'"))
                .get(0));
    }

    static List<String> column(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
