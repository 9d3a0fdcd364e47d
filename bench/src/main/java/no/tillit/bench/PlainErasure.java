package no.tillit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.tillit.storage.BlobId;

/**
 * What somebody would write who only wanted a project's people gone: DELETE in the same tables, with the same triggers and foreign
 * keys, a person in a transaction, and then their files unlinked. It keeps no list and no register, asks about no hold, forces
 * no folder to the disk, looks again at nothing and proves nothing.
 */
final class PlainErasure {
    private static final String DOCUMENTS =
            "DELETE FROM document WHERE id IN (SELECT document_id FROM document_share WHERE subject_id = ?) RETURNING original_blob";

    /** The rest of a person; shares, decisions and who took part go with what they belong to. */
    private static final List<String> ROWS = List.of(
            "DELETE FROM interview WHERE id IN (SELECT interview_id FROM interview_participant WHERE participant_id = ?)",
            "DELETE FROM consent_standing WHERE participant_id = ?",
            "DELETE FROM consent WHERE participant_id = ?",
            "DELETE FROM participant WHERE id = ?",
            "DELETE FROM disposal WHERE kind = 'participant' AND record_id = ?");

    private final Database database;
    private final String project;

    PlainErasure(Database database, BenchProject project) {
        this.database = database;
        this.project = project.id();
    }

    /** @return seconds until the rows and files of everybody in the project are gone, on one connection; the keys all at once */
    double erase() throws SQLException, IOException {
        List<UUID> everyone = everyone();
        Path blobs = database.blobs();
        long start = System.nanoTime();
        try (Connection data = database.owner();
                PreparedStatement documents = data.prepareStatement(DOCUMENTS)) {
            data.setAutoCommit(false);
            List<PreparedStatement> rows = new ArrayList<>();
            for (String sql : ROWS) {
                rows.add(data.prepareStatement(sql));
            }
            for (UUID person : everyone) {
                List<BlobId> files = deleted(documents, person);
                for (PreparedStatement each : rows) {
                    each.setObject(1, person);
                    each.executeUpdate();
                }
                data.commit();
                for (BlobId file : files) {
                    Files.delete(UnforcedFiles.file(blobs, file));
                }
            }
        }
        try (Connection keys = database.keysOwner();
                PreparedStatement delete = keys.prepareStatement("DELETE FROM subject_key WHERE subject = ANY (?)")) {
            delete.setArray(1, keys.createArrayOf("uuid", everyone.toArray()));
            delete.executeUpdate();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<BlobId> deleted(PreparedStatement documents, UUID person) throws SQLException {
        documents.setObject(1, person);
        List<BlobId> files = new ArrayList<>();
        try (ResultSet row = documents.executeQuery()) {
            while (row.next()) {
                files.add(new BlobId(row.getObject(1, UUID.class)));
            }
        }
        return files;
    }

    private List<UUID> everyone() throws SQLException {
        try (Connection data = database.owner();
                PreparedStatement select =
                        data.prepareStatement("SELECT id FROM participant WHERE project_id = ?::uuid")) {
            select.setString(1, project);
            List<UUID> everyone = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    everyone.add(row.getObject(1, UUID.class));
                }
            }
            return everyone;
        }
    }
}
