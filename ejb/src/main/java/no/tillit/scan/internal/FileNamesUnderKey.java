package no.tillit.scan.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.keys.upkeep.MovingPlace;
import no.tillit.keys.upkeep.SealedFields;

/**
 * The names of scanned files, under the project's key. The keyed hash of a file cannot be worked out anew, since its bytes
 * are gone when its pages are read: it goes, so a file sent before is not told any more when it comes again.
 */
public final class FileNamesUnderKey extends SealedFields {
    public FileNamesUnderKey() {
        super("names of scanned files", "scan_batch", "id", "project_id", "file_name");
    }

    @Override
    public List<String> columns() {
        return Stream.concat(super.columns().stream(), Stream.of("scan_batch.content_hash"))
                .toList();
    }

    @Override
    protected void moved(Connection connection, MovingPlace place, UUID record) throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement("UPDATE scan_batch SET content_hash = NULL WHERE id = ?")) {
            forget.setObject(1, record);
            forget.executeUpdate();
        }
    }
}
