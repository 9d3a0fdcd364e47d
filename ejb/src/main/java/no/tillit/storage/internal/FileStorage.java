package no.tillit.storage.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import no.tillit.storage.BlobGone;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;

/**
 * Blobs as files: {@code <folder>/ab/<id>.blob} by the first two digits of the id, and {@code <folder>/pending/<id>} while
 * one is being written. A name under {@code ab} is always a whole blob on the disk.
 */
public final class FileStorage implements Storage {
    private static final String SUFFIX = ".blob";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;
    private final Disk disk;
    private final Blocks blocks = new Blocks();

    public FileStorage(Path folder) {
        this(folder, new Disk());
    }

    public FileStorage(Path folder, Disk disk) {
        this.folder = folder.toAbsolutePath();
        this.disk = disk;
    }

    @Override
    public Writing begin(BlobId id) throws IOException {
        if (Files.notExists(pendings())) {
            disk.makeFolder(pendings());
        }
        return new FileWriting(disk, blocks, pending(id), blob(id));
    }

    @Override
    public Reading open(BlobId id) throws IOException {
        try {
            return new FileReading(disk, blocks, blob(id));
        } catch (NoSuchFileException e) {
            throw new BlobGone(id.value().toString(), e);
        }
    }

    @Override
    public boolean exists(BlobId id) {
        return Files.exists(blob(id));
    }

    @Override
    public boolean delete(BlobId id) throws IOException {
        boolean there = disk.delete(blob(id));
        if (Files.exists(home(id))) {
            disk.forceFolder(home(id));
        }
        return there;
    }

    /** Each folder is forced once, after all that goes from it. */
    @Override
    public void deleteAll(Collection<BlobId> ids, Executor threads) throws IOException {
        Set<Path> homes = new LinkedHashSet<>();
        for (BlobId id : ids) {
            disk.delete(blob(id));
            homes.add(home(id));
        }
        for (Path home : homes) {
            if (Files.exists(home)) {
                disk.forceFolder(home);
            }
        }
    }

    @Override
    public void abandon(BlobId id) throws IOException {
        disk.delete(pending(id));
    }

    @Override
    public void eachKept(Instant before, Visitor visitor) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
            for (Path home : homes) {
                each(home, SUFFIX, before, visitor);
            }
        }
    }

    @Override
    public void eachUnfinished(Instant before, Visitor visitor) throws IOException {
        if (Files.exists(pendings())) {
            each(pendings(), "", before, visitor);
        }
    }

    private static void each(Path folder, String suffix, Instant before, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + suffix)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String id = name.substring(0, name.length() - suffix.length());
                if (ID.matcher(id).matches() && isOlder(file, before)) {
                    visitor.visit(new BlobId(UUID.fromString(id)));
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }

    private Path pendings() {
        return folder.resolve("pending");
    }

    private Path pending(BlobId id) {
        return pendings().resolve(id.value().toString());
    }

    private Path blob(BlobId id) {
        return home(id).resolve(id.value() + SUFFIX);
    }

    private Path home(BlobId id) {
        return folder.resolve(id.value().toString().substring(0, 2));
    }
}
