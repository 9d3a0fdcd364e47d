package no.tillit.admin.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.tillit.storage.BlobId;
import no.tillit.storage.Fixity;
import no.tillit.storage.Storage;

/** The content that the rows of one moment name, copied from one store to another as it is: encrypted, under its id. */
record KnownBlobs(Connection rows) {
    private static final int PAGE = 500;

    /**
     * How a copy went: every blob that was copied is what its row remembers.
     *
     * @param missing not in the store that was copied from
     * @param damaged not what their rows remember, and not copied
     */
    record Copied(long copied, long there, List<BlobId> missing, List<BlobId> damaged) {}

    /** What is done with each of them. */
    interface Visitor {
        void visit(BlobId blob, long length, byte[] sha256) throws IOException;
    }

    /** Every one of them, in the order of their ids. */
    void each(Visitor visitor) throws SQLException, IOException {
        UUID last = new UUID(0, 0);
        for (int found = PAGE; found == PAGE; ) {
            found = 0;
            try (PreparedStatement query = rows.prepareStatement(
                    "SELECT blob, length, sha256 FROM stored_blob WHERE blob > ? ORDER BY blob LIMIT " + PAGE)) {
                query.setObject(1, last);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        last = row.getObject(1, UUID.class);
                        visitor.visit(new BlobId(last), row.getLong(2), row.getBytes(3));
                        found++;
                    }
                }
            }
        }
    }

    /** Copies those that are not there yet, and compares each with its row on the way. */
    Copied copy(Storage from, Storage to) throws SQLException, IOException {
        long[] counts = new long[2];
        List<BlobId> missing = new ArrayList<>();
        List<BlobId> damaged = new ArrayList<>();
        each((blob, length, sha256) -> {
            if (to.exists(blob)) {
                counts[1]++;
                return;
            }
            switch (Fixity.ofCopy(from, to, blob, length, sha256)) {
                case WHOLE -> counts[0]++;
                case MISSING -> missing.add(blob);
                case DAMAGED -> damaged.add(blob);
            }
        });
        return new Copied(counts[0], counts[1], missing, damaged);
    }

    /** Those of them that a row still names: asked outside the moment in which the rows were read. */
    static List<BlobId> stillNamed(List<BlobId> blobs, Connection now) throws SQLException {
        List<BlobId> named = new ArrayList<>();
        try (PreparedStatement query = now.prepareStatement("SELECT 1 FROM stored_blob WHERE blob = ?")) {
            for (BlobId blob : blobs) {
                query.setObject(1, blob.value());
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        named.add(blob);
                    }
                }
            }
        }
        return named;
    }
}
