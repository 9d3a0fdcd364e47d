package no.tillit.admin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import no.tillit.storage.BlobGone;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;

/** The content that the rows of one moment name, copied from one store to another as it is: encrypted, under its id. */
record KnownBlobs(Connection rows) {
    private static final int PAGE = 500;

    /** How a copy went. */
    record Copied(long copied, long there, long gone) {}

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

    /** Copies those that are not there yet; one that was erased since the rows were read is counted as gone. */
    Copied copy(Storage from, Storage to) throws SQLException, IOException {
        long[] counts = new long[3];
        each((blob, length, sha256) -> counts[one(blob, from, to)]++);
        return new Copied(counts[0], counts[1], counts[2]);
    }

    private static int one(BlobId blob, Storage from, Storage to) throws IOException {
        if (to.exists(blob)) {
            return 1;
        }
        try (Storage.Reading reading = from.open(blob);
                InputStream in = reading.bytes(0, reading.length());
                Storage.Writing writing = to.begin(blob)) {
            byte[] buffer = new byte[1 << 20];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                writing.write(buffer, 0, n);
            }
            writing.keep();
            return 0;
        } catch (BlobGone erased) {
            return 2;
        }
    }
}
