package no.tillit.storage.internal;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps that {@link FileStorage} is made of, one method each, so that a test can stop at or fail every one. */
public class Disk {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private volatile long blockSize;

    public void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }

    public FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, NEW, OWNER_ONLY);
    }

    public FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /**
     * The same file once more, for writing past the system's cache, whole blocks at a time; null where the file system cannot.
     *
     * @param aligned blocks must divide it
     */
    public @Nullable FileChannel createStraight(Path file, int aligned) throws IOException {
        return straight(file, aligned, StandardOpenOption.WRITE);
    }

    /** As {@link #createStraight}, for reading. */
    public @Nullable FileChannel openStraight(Path file, int aligned) throws IOException {
        return straight(file, aligned, StandardOpenOption.READ);
    }

    private @Nullable FileChannel straight(Path file, int aligned, OpenOption way) throws IOException {
        if (aligned % blockSize(file) != 0) {
            return null;
        }
        try {
            return FileChannel.open(file, way, ExtendedOpenOption.DIRECT);
        } catch (FileSystemException | UnsupportedOperationException cannot) {
            return null;
        }
    }

    /** All files lie in one file system; to look for it takes longer than to read a segment. */
    private long blockSize(Path file) throws IOException {
        if (blockSize == 0) {
            blockSize = Files.getFileStore(file).getBlockSize();
        }
        return blockSize;
    }

    /** May write less than there is. */
    public void write(FileChannel file, ByteBuffer bytes) throws IOException {
        file.write(bytes);
    }

    /** May write fewer whole blocks than there are. */
    public void writeStraight(FileChannel straight, ByteBuffer blocks) throws IOException {
        straight.write(blocks);
    }

    /** The file's bytes are on the disk when this returns. */
    public void force(FileChannel file) throws IOException {
        file.force(true);
    }

    /** The names in the folder are on the disk when this returns. */
    public void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = open(folder)) {
            channel.force(true);
        }
    }

    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** False when it was not there. */
    public boolean delete(Path file) throws IOException {
        return Files.deleteIfExists(file);
    }
}
