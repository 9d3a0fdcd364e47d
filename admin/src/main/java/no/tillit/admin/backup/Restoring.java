package no.tillit.admin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import no.tillit.admin.AdminFailure;
import no.tillit.admin.SchemaOwner;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Puts rows back into an empty database, all of them or none: the schema is made as it was, the rows are copied in one
 * transaction that is committed only when the file has been read to its end and is what was written.
 */
final class Restoring implements DumpReader.Into, AutoCloseable {
    private final SchemaOwner owner;
    private final Consumer<String> progress;
    private @Nullable Connection database;
    private @Nullable Manifest manifest;
    private boolean made;
    private boolean kept;

    Restoring(SchemaOwner owner, Consumer<String> progress) {
        this.owner = owner;
        this.progress = progress;
    }

    @Override
    public void begin(Manifest of) throws SQLException {
        if (!of.database().equals(owner.database())) {
            throw new AdminFailure("this is a backup of " + of.database() + ", not of " + owner.database(), null);
        }
        if (owner.version().isPresent()) {
            throw new AdminFailure(
                    owner.database()
                            + " is not empty. Make a new database as docs/operations/install.md tells, and restore"
                            + " into that",
                    null);
        }
        made = true;
        owner.migrateTo(of.schema());
        Connection connection = owner.connect();
        connection.setAutoCommit(false);
        database = connection;
        manifest = of;
        for (String table : of.tables()) {
            run("ALTER TABLE public." + Tables.quoted(table) + " DISABLE TRIGGER USER");
        }
        run("TRUNCATE "
                + String.join(", ", of.tables().stream().map(Tables::quoted).toList()));
    }

    @Override
    public long table(String name, String columns, InputStream rows) throws SQLException, IOException {
        long copied = connection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY public." + Tables.quoted(name) + " (" + columns + ") FROM STDIN WITH (FORMAT csv)", rows);
        progress.accept(name + ": " + copied + " rows");
        return copied;
    }

    @Override
    public void sequences(Map<String, String> values) throws SQLException {
        for (Map.Entry<String, String> each : values.entrySet()) {
            run("SELECT setval('public." + Tables.quoted(each.getKey()).replace("'", "''") + "', "
                    + Long.parseLong(each.getValue()) + ")");
        }
    }

    /** Keeps what was read; then the schema is brought to this version's. */
    void keep() throws SQLException {
        run("SET CONSTRAINTS ALL IMMEDIATE");
        for (String table : of().tables()) {
            run("ALTER TABLE public." + Tables.quoted(table) + " ENABLE TRIGGER USER");
        }
        connection().commit();
        kept = true;
        int newer = owner.migrate();
        if (newer > 0) {
            progress.accept(newer + " newer migrations applied");
        }
        try (Connection analysing = owner.connect()) {
            new Tables(analysing).run("ANALYZE");
        }
    }

    private void run(String statement) throws SQLException {
        new Tables(connection()).run(statement);
    }

    private Connection connection() {
        if (database == null) {
            throw new AdminFailure("the backup does not begin with its manifest", null);
        }
        return database;
    }

    private Manifest of() {
        if (manifest == null) {
            throw new AdminFailure("the backup does not begin with its manifest", null);
        }
        return manifest;
    }

    /** What was not kept leaves the database as empty as it was. */
    @Override
    public void close() throws SQLException {
        if (database != null && !database.isClosed()) {
            database.rollback();
            database.close();
        }
        if (made && !kept) {
            owner.takeBack();
        }
    }
}
