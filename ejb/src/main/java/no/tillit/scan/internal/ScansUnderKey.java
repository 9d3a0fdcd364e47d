package no.tillit.scan.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
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
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.NewDocumentKey;
import no.tillit.keys.Tampered;
import no.tillit.keys.WrappedShare;
import no.tillit.keys.upkeep.MovingPlace;
import no.tillit.keys.upkeep.RecordIds;
import no.tillit.keys.upkeep.UnderSubjectKey;
import no.tillit.storage.BlobId;
import no.tillit.storage.ContentContext;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StorageChoice;
import no.tillit.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/**
 * What is scanned, each under a key of its own below its subject's: written anew under a new one, read back, and then named
 * by its row, which is held meanwhile. What a crash leaves of the old or the new no row names, so the sweeper removes it.
 */
abstract class ScansUnderKey implements UnderSubjectKey {
    private final String table;
    private final ContentRole role;
    private final List<BlobId> left = new ArrayList<>();
    private @Nullable EncryptedBlobs blobs;

    ScansUnderKey(String table, ContentRole role) {
        this.table = table;
        this.role = role;
    }

    private record Row(ProjectId project, SubjectId subject, UUID keyId, WrappedShare share, StoredBlob blob) {}

    @Override
    public List<String> columns() {
        return List.of(table + ".wrapped");
    }

    @Override
    public final List<UUID> records(Connection tillit, SubjectId subject, UUID after, int limit) throws SQLException {
        return RecordIds.of(
                tillit,
                "SELECT id FROM " + table + " WHERE subject_id = ? AND id > ? ORDER BY id LIMIT ?",
                subject.value(),
                after,
                limit);
    }

    @Override
    public final void move(MovingPlace place, UUID record) throws SQLException {
        place.doing(connection -> {
            Optional<Row> row = row(connection, record);
            if (row.isPresent() && !isCurrent(place, row.get())) {
                writeAnew(connection, place, record, row.get());
            }
            return true;
        });
    }

    @Override
    public final boolean isMoved(MovingPlace place, UUID record) throws SQLException {
        return place.doing(connection ->
                row(connection, record).map(row -> isCurrent(place, row)).orElse(true));
    }

    @Override
    public final void removeLeftovers(MovingPlace place) {
        left.forEach(blobs(place)::delete);
        left.clear();
    }

    private static boolean isCurrent(MovingPlace place, Row row) {
        return !row.subject().equals(place.subject()) || place.documents().isCurrent(row.keyId(), row.share());
    }

    private void writeAnew(Connection connection, MovingPlace place, UUID record, Row row) throws SQLException {
        ContentContext context = new ContentContext(row.project(), Set.of(row.subject()), record, 1, role);
        UUID keyId = UUID.randomUUID();
        try (var old = place.documents().open(row.keyId(), List.of(row.share()));
                NewDocumentKey made = place.documents().create(keyId, Set.of(row.subject()));
                InputStream content = blobs(place).open(old, context, row.blob())) {
            byte[] plain = content.readAllBytes();
            StoredBlob anew = blobs(place).write(made.key(), context, new ByteArrayInputStream(plain));
            try (InputStream again = blobs(place).open(made.key(), context, anew)) {
                if (!MessageDigest.isEqual(again.readAllBytes(), plain)) {
                    throw new Tampered("What was written anew is not what it was");
                }
            }
            keep(connection, record, keyId, made.shares().get(0), anew);
            left.add(row.blob().id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Connection connection, UUID record, UUID keyId, WrappedShare share, StoredBlob blob)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement("UPDATE " + table
                + " SET key_id = ?, wrapped = ?, blob = ?, length = ?, stored_length = ?, sha256 = ? WHERE id = ?")) {
            write.setObject(1, keyId);
            write.setBytes(2, share.wrapped());
            write.setObject(3, blob.id().value());
            write.setLong(4, blob.plaintextLength());
            write.setLong(5, blob.ciphertextLength());
            write.setBytes(6, blob.sha256());
            write.setObject(7, record);
            write.executeUpdate();
        }
    }

    /** With its row held until the transaction ends; empty when it holds no content (any more). */
    private Optional<Row> row(Connection connection, UUID record) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                "SELECT * FROM " + table + " WHERE id = ? AND blob IS NOT NULL FOR UPDATE")) {
            read.setObject(1, record);
            try (ResultSet row = read.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                SubjectId subject = new SubjectId(uuid(row, "subject_id"));
                return Optional.of(new Row(
                        new ProjectId(uuid(row, "project_id")),
                        subject,
                        uuid(row, "key_id"),
                        new WrappedShare(subject, Objects.requireNonNull(row.getBytes("wrapped"))),
                        new StoredBlob(
                                new BlobId(uuid(row, "blob")),
                                row.getLong("length"),
                                row.getLong("stored_length"),
                                Objects.requireNonNull(row.getBytes("sha256")))));
            }
        }
    }

    private EncryptedBlobs blobs(MovingPlace place) {
        EncryptedBlobs known = blobs;
        if (known == null) {
            known = EncryptedBlobs.over(StorageChoice.open(place.setting()), place.installation());
            blobs = known;
        }
        return known;
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
