package no.tillit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A project of people with a key, a consent and a document each, put straight into databases and storage, and a copy of the same
 * rows and files beside it. All of them are erased by a deletion job, and the copy by DELETE and unlink, a person in a transaction.
 */
final class ManyErasures {
    /** What is copied and deleted of each, children first: the table and how its rows name the person. */
    private static final Map<String, String> COPIED = new LinkedHashMap<>();

    static {
        COPIED.put("document_share", "subject_id");
        COPIED.put("document", "attached_to");
        COPIED.put("consent_standing", "participant_id");
        COPIED.put("consent", "participant_id");
        COPIED.put("participant", "id");
    }

    private static final int FILE = 4_096;

    private final Database database;
    private final BenchProject project;
    private final Path blobs;
    private final int people;

    ManyErasures(Database database, BenchProject project, int people) {
        this.database = database;
        this.project = project;
        this.blobs = database.blobs();
        this.people = people;
    }

    void fill() throws SQLException, IOException {
        database.pseudonyms(people);
        String mine = "project_id = '" + project.id() + "'";
        database.asOwner(
                "INSERT INTO participant (id, project_id, pseudonym, sample_id, legal_basis, state, registered_at,"
                        + " registered_by) SELECT gen_random_uuid(), '" + project.id()
                        + "', pseudonym, '"
                        + project.sample() + "', 'CONSENT', 'ACTIVE', now(), 'bench-erasures' FROM bench_pseudonym",
                "INSERT INTO consent (id, project_id, participant_id, signed_on, method, language, decided, round,"
                        + " captured_at, captured_by) SELECT gen_random_uuid(), project_id, id, current_date - 20,"
                        + " 'PAPER', 'nb', 'bench', 0, now(), 'bench' FROM participant WHERE " + mine,
                "INSERT INTO consent_standing (participant_id, project_id, item, state, consent_id, since) SELECT"
                        + " participant_id, project_id, 'INTERVIEW', 'GIVEN', id, signed_on FROM consent WHERE " + mine,
                "INSERT INTO document (id, project_id, type, format, state, attached_to, data_day, key_id, name_owner,"
                        + " file_name, original_blob, original_length, original_stored_length, original_sha256, text_cut,"
                        + " received_at, received_by) SELECT gen_random_uuid(), project_id, 'TRANSCRIPT', 'TXT',"
                        + " 'AVAILABLE', id, current_date - 30, gen_random_uuid(), id, '\\x00', gen_random_uuid(), "
                        + FILE
                        + ", " + FILE + ", sha256(id::text::bytea), false, now(), 'bench' FROM participant WHERE "
                        + mine,
                "INSERT INTO document_share (document_id, subject_id, wrapped) SELECT id, attached_to, '\\x00'"
                        + " FROM document WHERE " + mine);
        for (String table : COPIED.keySet()) {
            String rows = table.equals("document_share")
                    ? "document_id IN (SELECT id FROM document WHERE " + mine + ")"
                    : mine;
            database.asOwner(
                    "DROP TABLE IF EXISTS bench_" + table,
                    "CREATE TABLE bench_" + table + " (LIKE " + table + " INCLUDING ALL)",
                    "INSERT INTO bench_" + table + " SELECT * FROM " + table + " WHERE " + rows,
                    "VACUUM ANALYZE " + table + ", bench_" + table);
        }
        List<UUID> everyone = ids("SELECT id FROM participant WHERE " + mine);
        try (Connection keys = database.keysOwner();
                PreparedStatement insert = keys.prepareStatement(
                        "INSERT INTO subject_key (subject, key_id, version, root_version, wrapped, key_check_value, state,"
                                + " created_at) SELECT ?, gen_random_uuid(), 1, max(version), sha256(?::text::bytea),"
                                + " sha256(?::text::bytea), 'ACTIVE', now() FROM root_key WHERE state = 'ACTIVE'")) {
            keys.setAutoCommit(false);
            for (UUID person : everyone) {
                for (int i = 1; i <= 3; i++) {
                    insert.setObject(i, person);
                }
                insert.addBatch();
            }
            insert.executeBatch();
            keys.commit();
        }
        byte[] content = new byte[FILE];
        for (UUID blob : ids("SELECT original_blob FROM document WHERE " + mine)) {
            for (Path file : List.of(file(blob), copy(blob))) {
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            }
        }
    }

    /**
     * Seconds of a job.
     *
     * @param approval until the approval is answered: everybody blocked, and stock taken once more
     * @param run from then until everything is gone and certified
     */
    record Taken(double approval, double run) {
        double all() {
            return approval + run;
        }
    }

    Taken erase() {
        var deletion = Deletion.propose(project, Map.of("project", project.id(), "cause", "manual"));
        long start = System.nanoTime();
        deletion.approve();
        long approved = System.nanoTime();
        deletion.awaitCompletion();
        return new Taken((approved - start) / 1e9, (System.nanoTime() - approved) / 1e9);
    }

    /** Seconds of each step of the last run, as the batch repository has them. */
    String steps() throws SQLException {
        try (Connection connection = database.owner();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT string_agg(stepname || ' ' || round(extract(epoch FROM endtime - starttime), 1), ', '"
                                + " ORDER BY starttime) FROM step_execution"
                                + " WHERE jobexecutionid = (SELECT max(jobexecutionid) FROM step_execution)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** @return people a second whose rows are deleted and whose files unlinked, a transaction each, on one connection */
    double eraseCopy() throws SQLException, IOException {
        List<UUID> everyone = ids("SELECT id FROM bench_participant");
        Map<UUID, UUID> files = files();
        long start = System.nanoTime();
        try (Connection connection = database.owner()) {
            connection.setAutoCommit(false);
            for (UUID person : everyone) {
                for (Map.Entry<String, String> each : COPIED.entrySet()) {
                    try (PreparedStatement delete = connection.prepareStatement(
                            "DELETE FROM bench_" + each.getKey() + " WHERE " + each.getValue() + " = ?")) {
                        delete.setObject(1, person);
                        delete.executeUpdate();
                    }
                }
                connection.commit();
                Files.delete(copy(Objects.requireNonNull(files.get(person))));
            }
        }
        double speed = people / ((System.nanoTime() - start) / 1e9);
        for (String table : COPIED.keySet()) {
            database.asOwner("DROP TABLE bench_" + table);
        }
        return speed;
    }

    private Map<UUID, UUID> files() throws SQLException {
        Map<UUID, UUID> files = new HashMap<>();
        try (Connection connection = database.owner();
                PreparedStatement select =
                        connection.prepareStatement("SELECT attached_to, original_blob FROM bench_document");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                files.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
            }
        }
        return files;
    }

    private List<UUID> ids(String sql) throws SQLException {
        try (Connection connection = database.owner();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    private Path file(UUID blob) {
        return blobs.resolve(blob.toString().substring(0, 2)).resolve(blob + ".blob");
    }

    private Path copy(UUID blob) {
        return blobs.resolveSibling("blobs-copy")
                .resolve(blob.toString().substring(0, 2))
                .resolve(blob + ".blob");
    }
}
