package no.tillit.admin.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.tillit.admin.AdminFailure;
import no.tillit.admin.SchemaOwner;
import org.postgresql.PGConnection;

/**
 * All rows of a database as they were at one moment, while the application runs: every table is read in one transaction of
 * {@code REPEATABLE READ}, as {@code pg_dump} does it. The file is a zip: {@code manifest.properties} first, then each table
 * as {@code COPY} writes it, the content that the rows name with its digests, the sequences, and how many rows there are.
 */
final class Dump implements AutoCloseable {
    static final String MANIFEST = "manifest.properties";
    static final String TABLE = "tables/";
    static final String CONTENT = "content";
    static final String SEQUENCES = "sequences.properties";
    static final String COUNTS = "counts.properties";

    private final SchemaOwner owner;
    private final Connection database;

    private Dump(SchemaOwner owner, Connection database) {
        this.owner = owner;
        this.database = database;
    }

    /** From now on the database stands still for this one reader. */
    static Dump begin(SchemaOwner owner) throws SQLException {
        Connection database = owner.connect();
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setReadOnly(true);
        return new Dump(owner, database);
    }

    /** The transaction in which everything is read. */
    Connection snapshot() {
        return database;
    }

    /**
     * Writes everything; does not close {@code out}.
     *
     * @param progress hears of each table
     * @return how many rows there were
     */
    long write(OutputStream out, Instant now, Consumer<String> progress) throws SQLException, IOException {
        var tables = new Tables(database);
        var schema = owner.version()
                .orElseThrow(() -> new AdminFailure("there is nothing of Tillit in " + owner.database(), null));
        var manifest = new Manifest(owner.database(), schema, now, tables.inOrder());
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(MANIFEST));
        manifest.write(zip);
        zip.closeEntry();
        Map<String, String> counts = new TreeMap<>();
        long all = 0;
        for (String table : manifest.tables()) {
            zip.putNextEntry(new ZipEntry(TABLE + table));
            long rows = copy(tables, table, zip);
            zip.closeEntry();
            counts.put(table, String.valueOf(rows));
            all += rows;
            progress.accept(table + ": " + rows + " rows");
        }
        if (tables.hasContent()) {
            zip.putNextEntry(new ZipEntry(CONTENT));
            copy("SELECT blob, length, encode(sha256, 'hex') FROM stored_blob ORDER BY blob", "", zip);
            zip.closeEntry();
        }
        properties(zip, SEQUENCES, tables.sequences());
        properties(zip, COUNTS, counts);
        zip.finish();
        return all;
    }

    private long copy(Tables tables, String table, OutputStream out) throws SQLException, IOException {
        return copy("SELECT " + tables.columnsOf(table) + " FROM public." + Tables.quoted(table), ", HEADER", out);
    }

    private long copy(String query, String options, OutputStream out) throws SQLException, IOException {
        return database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query + ") TO STDOUT WITH (FORMAT csv" + options + ")", out);
    }

    private static void properties(ZipOutputStream zip, String name, Map<String, String> values) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (Map.Entry<String, String> each : values.entrySet()) {
            zip.write((each.getKey() + "=" + each.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws SQLException {
        database.rollback();
        database.close();
    }
}
