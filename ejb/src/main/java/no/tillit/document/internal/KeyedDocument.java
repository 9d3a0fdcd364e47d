package no.tillit.document.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.document.DocumentId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.NewDocumentKey;
import no.tillit.keys.WrappedShare;
import no.tillit.storage.BlobId;
import no.tillit.storage.ContentContext;
import no.tillit.storage.ContentRole;
import no.tillit.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/** What of a document's row lies under keys, read and written by SQL: for the replacement of a key, outside the application. */
record KeyedDocument(
        UUID id,
        UUID project,
        UUID keyId,
        SubjectId nameOwner,
        byte[] fileName,
        StoredBlob original,
        @Nullable StoredBlob text,
        List<WrappedShare> shares) {

    static Optional<KeyedDocument> find(Connection connection, UUID id) throws SQLException {
        List<WrappedShare> shares = shares(connection, id);
        try (PreparedStatement read = connection.prepareStatement("SELECT * FROM document WHERE id = ?")) {
            read.setObject(1, id);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? Optional.of(of(row, shares)) : Optional.empty();
            }
        }
    }

    private static KeyedDocument of(ResultSet row, List<WrappedShare> shares) throws SQLException {
        return new KeyedDocument(
                uuid(row, "id"),
                uuid(row, "project_id"),
                uuid(row, "key_id"),
                new SubjectId(uuid(row, "name_owner")),
                Objects.requireNonNull(row.getBytes("file_name")),
                Objects.requireNonNull(blob(row, "original")),
                blob(row, "text"),
                shares);
    }

    private static List<WrappedShare> shares(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("SELECT subject_id, wrapped FROM document_share WHERE document_id = ?")) {
            read.setObject(1, id);
            List<WrappedShare> shares = new ArrayList<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    shares.add(new WrappedShare(
                            new SubjectId(uuid(row, "subject_id")), Objects.requireNonNull(row.getBytes("wrapped"))));
                }
            }
            return shares;
        }
    }

    Set<SubjectId> subjects() {
        return shares.stream().map(WrappedShare::subject).collect(Collectors.toSet());
    }

    WrappedShare shareOf(SubjectId subject) {
        return shares.stream()
                .filter(share -> share.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    ContentContext context(ContentRole role) {
        return Document.context(new ProjectId(project), subjects(), new DocumentId(id), role);
    }

    /** Keeps its content as it was written anew, and remembers the blobs it was in. @return false when it has gone meanwhile */
    boolean keepAnew(
            Connection connection, UUID newKeyId, NewDocumentKey made, StoredBlob original, @Nullable StoredBlob text)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement("""
                UPDATE document SET key_id = ?, original_blob = ?, original_length = ?, original_stored_length = ?,
                    original_sha256 = ?, text_blob = ?, text_length = ?, text_stored_length = ?, text_sha256 = ?
                WHERE id = ? AND key_id = ?""")) {
            write.setObject(1, newKeyId);
            fill(write, 2, original);
            fill(write, 6, text);
            write.setObject(10, id);
            write.setObject(11, keyId);
            if (write.executeUpdate() == 0) {
                return false;
            }
        }
        for (WrappedShare share : made.shares()) {
            keepShare(connection, share);
        }
        try (PreparedStatement remember =
                connection.prepareStatement("INSERT INTO replaced_blob (blob, document_id) VALUES (?, ?)")) {
            remember.setObject(2, id);
            remember.setObject(1, this.original.id().value());
            remember.addBatch();
            if (this.text != null) {
                remember.setObject(1, this.text.id().value());
                remember.addBatch();
            }
            remember.executeBatch();
        }
        return true;
    }

    void keepShare(Connection connection, WrappedShare share) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(
                "UPDATE document_share SET wrapped = ? WHERE document_id = ? AND subject_id = ?")) {
            write.setBytes(1, share.wrapped());
            write.setObject(2, id);
            write.setObject(3, share.subject().value());
            write.executeUpdate();
        }
    }

    void keepName(Connection connection, byte[] sealed) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement("UPDATE document SET file_name = ? WHERE id = ?")) {
            write.setBytes(1, sealed);
            write.setObject(2, id);
            write.executeUpdate();
        }
    }

    private static void fill(PreparedStatement write, int at, @Nullable StoredBlob blob) throws SQLException {
        write.setObject(at, blob == null ? null : blob.id().value(), java.sql.Types.OTHER);
        write.setObject(at + 1, blob == null ? null : blob.plaintextLength(), java.sql.Types.BIGINT);
        write.setObject(at + 2, blob == null ? null : blob.ciphertextLength(), java.sql.Types.BIGINT);
        write.setBytes(at + 3, blob == null ? null : blob.sha256());
    }

    private static @Nullable StoredBlob blob(ResultSet row, String role) throws SQLException {
        UUID id = row.getObject(role + "_blob", UUID.class);
        return id == null
                ? null
                : new StoredBlob(
                        new BlobId(id),
                        row.getLong(role + "_length"),
                        row.getLong(role + "_stored_length"),
                        Objects.requireNonNull(row.getBytes(role + "_sha256")));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    @Override
    public String toString() {
        return "KeyedDocument[" + id + "]";
    }
}
