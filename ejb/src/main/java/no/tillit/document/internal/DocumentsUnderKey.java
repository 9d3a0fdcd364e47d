package no.tillit.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.tillit.document.DocumentId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.DocumentKey;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.NewDocumentKey;
import no.tillit.keys.Tampered;
import no.tillit.keys.upkeep.MovingPlace;
import no.tillit.keys.upkeep.RecordIds;
import no.tillit.keys.upkeep.UnderSubjectKey;
import no.tillit.storage.BlobId;
import no.tillit.storage.ContentContext;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StorageChoice;
import no.tillit.storage.StorageUnavailable;
import no.tillit.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/**
 * Documents under their people's keys. Whoever knows a person's key may know the keys of the documents below it, so content
 * is written anew under a new document key, read back and compared, before the row names it.
 */
public final class DocumentsUnderKey implements UnderSubjectKey {
    private @Nullable EncryptedBlobs blobs;

    @Override
    public String what() {
        return "documents";
    }

    @Override
    public List<String> columns() {
        return List.of("document.file_name", "document_share.wrapped");
    }

    @Override
    public List<UUID> records(Connection tillit, SubjectId subject, UUID after, int limit) throws SQLException {
        return RecordIds.of(tillit, """
                SELECT document_id FROM document_share WHERE subject_id = ? AND document_id > ?
                ORDER BY document_id LIMIT ?""", subject.value(), after, limit);
    }

    @Override
    public void move(MovingPlace place, UUID record) throws SQLException {
        KeyedDocument document = find(place, record);
        if (document == null) {
            return;
        }
        moveName(place, document);
        if (place.documents().isCurrent(document.keyId(), document.shareOf(place.subject()))) {
            return;
        }
        try {
            writeAnew(place, document);
        } catch (KeyDestroyed one) {
            var share = place.documents().rewrapped(document.keyId(), document.shareOf(place.subject()));
            place.doing(connection -> {
                document.keepShare(connection, share);
                return true;
            });
        } catch (Tampered noticed) {
            KeyedDocument now = find(place, record);
            if (now != null && now.keyId().equals(document.keyId())) {
                throw noticed;
            }
        }
    }

    @Override
    public boolean isMoved(MovingPlace place, UUID record) throws SQLException {
        KeyedDocument document = find(place, record);
        if (document == null) {
            return true;
        }
        if (!isNameMoved(place, document)
                || !place.documents().isCurrent(document.keyId(), document.shareOf(place.subject()))) {
            return false;
        }
        try (DocumentKey key = place.documents().open(document.keyId(), document.shares())) {
            begins(place, key, document.context(ContentRole.ORIGINAL), document.original());
            if (document.text() != null) {
                begins(place, key, document.context(ContentRole.EXTRACT), document.text());
            }
            return true;
        } catch (KeyDestroyed anotherIsErased) {
            return true;
        } catch (Tampered noticed) {
            return find(place, record) == null;
        }
    }

    @Override
    public void removeLeftovers(MovingPlace place) throws SQLException {
        List<UUID> left = place.doing(connection ->
                RecordIds.of(connection, """
                SELECT blob FROM replaced_blob r JOIN document_share s USING (document_id)
                WHERE s.subject_id = ? AND blob > ? ORDER BY blob LIMIT ?""", place.subject().value(), new UUID(0, 0), Integer.MAX_VALUE));
        for (UUID blob : left) {
            blobs(place).delete(new BlobId(blob));
            place.doing(connection -> {
                try (PreparedStatement forget =
                        connection.prepareStatement("DELETE FROM replaced_blob WHERE blob = ?")) {
                    forget.setObject(1, blob);
                    return forget.executeUpdate();
                }
            });
        }
    }

    private void moveName(MovingPlace place, KeyedDocument document) throws SQLException {
        if (isNameMoved(place, document)) {
            return;
        }
        FieldContext field = NameCipher.place(new DocumentId(document.id()));
        String name = place.fields().decrypt(place.subject(), field, document.fileName());
        byte[] sealed = place.fields().encrypt(place.subject(), field, name);
        place.doing(connection -> {
            document.keepName(connection, sealed);
            return true;
        });
    }

    private static boolean isNameMoved(MovingPlace place, KeyedDocument document) {
        return !document.nameOwner().equals(place.subject())
                || place.fields()
                        .isCurrent(
                                place.subject(), NameCipher.place(new DocumentId(document.id())), document.fileName());
    }

    private void writeAnew(MovingPlace place, KeyedDocument document) throws SQLException {
        UUID keyId = UUID.randomUUID();
        List<BlobId> written = new ArrayList<>();
        try (DocumentKey old = place.documents().open(document.keyId(), document.shares());
                NewDocumentKey made = place.documents().create(keyId, document.subjects())) {
            StoredBlob original = copy(place, document, ContentRole.ORIGINAL, old, made.key(), written);
            StoredBlob text = document.text() == null
                    ? null
                    : copy(place, document, ContentRole.EXTRACT, old, made.key(), written);
            boolean kept = place.doing(connection -> {
                place.documents().settle(made);
                return document.keepAnew(connection, keyId, made, original, text);
            });
            if (!kept) {
                written.forEach(blobs(place)::delete);
            }
        } catch (SQLException | RuntimeException failure) {
            removeUnlessKept(place, document.id(), keyId, written, failure);
            throw failure;
        }
    }

    /** When even this fails, the sweeper finds them. */
    private void removeUnlessKept(
            MovingPlace place, UUID document, UUID keyId, List<BlobId> written, Exception failure) {
        try {
            KeyedDocument now = find(place, document);
            if (now == null || !now.keyId().equals(keyId)) {
                written.forEach(blobs(place)::delete);
            }
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private StoredBlob copy(
            MovingPlace place,
            KeyedDocument document,
            ContentRole role,
            DocumentKey old,
            DocumentKey anew,
            List<BlobId> written) {
        ContentContext context = document.context(role);
        StoredBlob from = Objects.requireNonNull(role == ContentRole.ORIGINAL ? document.original() : document.text());
        MessageDigest before = sha256();
        MessageDigest after = sha256();
        try (InputStream content = blobs(place).open(old, context, from)) {
            StoredBlob copy = blobs(place).write(anew, context, new DigestInputStream(content, before));
            written.add(copy.id());
            try (InputStream again = new DigestInputStream(blobs(place).open(anew, context, copy), after)) {
                again.transferTo(java.io.OutputStream.nullOutputStream());
            }
            if (!MessageDigest.isEqual(before.digest(), after.digest())) {
                throw new Tampered("Content that was written anew is not what it was");
            }
            return copy;
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }

    private void begins(MovingPlace place, DocumentKey key, ContentContext context, StoredBlob blob) {
        try (InputStream content = blobs(place).open(key, context, blob)) {
            if (content.read() < 0 && blob.plaintextLength() > 0) {
                throw new Tampered("Content is empty");
            }
        } catch (IOException e) {
            throw new StorageUnavailable(e);
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

    private static @Nullable KeyedDocument find(MovingPlace place, UUID id) throws SQLException {
        return place.doing(connection -> KeyedDocument.find(connection, id)).orElse(null);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
