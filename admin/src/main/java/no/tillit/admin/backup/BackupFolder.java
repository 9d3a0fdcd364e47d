package no.tillit.admin.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.tillit.kernel.Clock;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;
import no.tillit.storage.StorageChoice;

/** Where backups lie: a file for each backup of rows, and the content once, under {@code blobs}. */
final class BackupFolder {
    private BackupFolder() {}

    /** The content of all backups in the folder. */
    static Storage content(Path folder) {
        return StorageChoice.open(name -> switch (name) {
            case "tillit.storage" -> Optional.of("files");
            case "tillit.blobs.dir" -> Optional.of(folder.resolve("blobs").toString());
            default -> Optional.empty();
        });
    }

    /** The content in the folder of this backup. */
    static Storage beside(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return content(folder == null ? file : folder);
    }

    /** Removes what no row names; returns how many that were. Sixteen bytes of memory for each blob. */
    static int prune(Storage copies, KnownBlobs known) throws SQLException, IOException {
        Set<UUID> named = new HashSet<>();
        known.each((blob, length, sha256) -> named.add(blob.value()));
        Set<BlobId> unknown = new HashSet<>();
        copies.eachKept(new Clock().now().plus(Duration.ofDays(1)), blob -> {
            if (!named.contains(blob.value())) {
                unknown.add(blob);
            }
        });
        for (BlobId blob : unknown) {
            copies.delete(blob);
        }
        return unknown.size();
    }
}
