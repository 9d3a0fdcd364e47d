package no.tillit.storage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.tillit.kernel.Settings;

/**
 * Where blobs lie: {@code <folder>/ab/<id>.blob} by the first two digits of the id, and {@code <folder>/pending/<id>}
 * while one is being written. A name under {@code ab} is always a whole blob on the disk.
 */
@ApplicationScoped
public class BlobFiles {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final String SUFFIX = ".blob";

    private final Path folder;

    @Inject
    public BlobFiles(Settings settings) {
        this(settings.path("tillit.blobs.dir"));
    }

    public BlobFiles(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** For the container's proxies. */
    protected BlobFiles() {
        this(Path.of(""));
    }

    /** A new empty file that nothing finds until {@link #keep}. */
    public FileChannel begin(UUID id) throws IOException {
        Files.createDirectories(folder.resolve("pending"), OWNER_ONLY_FOLDER);
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return FileChannel.open(pending(id), options, OWNER_ONLY);
    }

    /** Forces the bytes to the disk, gives the file its name, and forces the name too. */
    public void keep(UUID id, FileChannel written) throws IOException {
        written.force(true);
        Path home = home(id);
        if (Files.notExists(home)) {
            Files.createDirectories(home, OWNER_ONLY_FOLDER);
            force(folder);
        }
        Files.move(pending(id), blob(id), StandardCopyOption.ATOMIC_MOVE);
        force(home);
    }

    /** Removes what {@link #begin} made; does nothing after {@link #keep}. */
    public void abandon(UUID id) throws IOException {
        Files.deleteIfExists(pending(id));
    }

    /** @throws NoSuchFileException when there is no such blob */
    public FileChannel read(UUID id) throws IOException {
        return FileChannel.open(blob(id), StandardOpenOption.READ);
    }

    public boolean exists(UUID id) {
        return Files.exists(blob(id));
    }

    /** Removes the blob and forces its absence to the disk; false when it was not there. */
    public boolean delete(UUID id) throws IOException {
        boolean there = Files.deleteIfExists(blob(id));
        if (there) {
            force(home(id));
        }
        return there;
    }

    /** Every whole blob last written before the moment given. */
    public void blobsBefore(Instant moment, Consumer<UUID> each) throws IOException {
        visit(folder, 2, SUFFIX, moment, each);
    }

    /** Every pending file last written before the moment given. */
    public void pendingBefore(Instant moment, Consumer<UUID> each) throws IOException {
        visit(folder.resolve("pending"), 1, "", moment, each);
    }

    private static void visit(Path root, int depth, String suffix, Instant before, Consumer<UUID> each)
            throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        String name = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + suffix.replace(".", "\\.");
        try (Stream<Path> files = Files.find(
                root,
                depth,
                (path, is) -> is.isRegularFile()
                        && is.lastModifiedTime().toInstant().isBefore(before)
                        && path.getFileName().toString().matches(name))) {
            files.map(path -> path.getFileName().toString())
                    .map(file -> UUID.fromString(file.substring(0, file.length() - suffix.length())))
                    .forEach(each);
        }
    }

    private Path pending(UUID id) {
        return folder.resolve("pending").resolve(id.toString());
    }

    private Path blob(UUID id) {
        return home(id).resolve(id + SUFFIX);
    }

    private Path home(UUID id) {
        return folder.resolve(id.toString().substring(0, 2));
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
