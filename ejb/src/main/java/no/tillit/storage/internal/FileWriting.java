package no.tillit.storage.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import no.tillit.keys.ContentCipher;
import no.tillit.storage.Storage;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, under a name of its own until it is whole.
 *
 * <p>Full segments at its beginning go straight to the disk, past the system's cache, where the file system allows that
 * (ADR 0160); what is left, which is no whole number of blocks, goes through it.
 */
final class FileWriting implements Storage.Writing {
    private static final int PIECE = ContentCipher.SEGMENT;

    private final Disk disk;
    private final Blocks blocks;
    private final Path pending;
    private final Path blob;
    private final FileChannel file;
    private @Nullable FileChannel straight;
    private @Nullable ByteBuffer block;
    private boolean through;
    private boolean kept;

    FileWriting(Disk disk, Blocks blocks, Path pending, Path blob) throws IOException {
        this.disk = disk;
        this.blocks = blocks;
        this.pending = pending;
        this.blob = blob;
        this.file = disk.create(pending);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
        if (length == PIECE && !through && canStraight()) {
            rest.position(offset + straight(rest));
        }
        if (rest.hasRemaining() && !through) {
            through = true;
            file.position(straight == null ? 0 : straight.position());
        }
        while (rest.hasRemaining()) {
            disk.write(file, rest);
        }
    }

    private boolean canStraight() throws IOException {
        if (straight == null) {
            straight = disk.createStraight(pending, Blocks.LARGEST_BLOCK);
            block = blocks.take();
        }
        return straight != null;
    }

    /** Whole blocks, perhaps fewer than there are; returns how many bytes. */
    private int straight(ByteBuffer piece) throws IOException {
        ByteBuffer aligned =
                Objects.requireNonNull(block).clear().put(piece.duplicate()).flip();
        disk.writeStraight(Objects.requireNonNull(straight), aligned);
        return aligned.position();
    }

    /** Bytes, then the folder of its name, then the name: each is on the disk before the next begins. */
    @Override
    public void keep() throws IOException {
        disk.force(file);
        Path home = Objects.requireNonNull(blob.getParent());
        if (Files.notExists(home)) {
            disk.makeFolder(home);
            disk.forceFolder(Objects.requireNonNull(home.getParent()));
        }
        disk.rename(pending, blob);
        disk.forceFolder(home);
        kept = true;
    }

    /** A name that was given and perhaps not forced goes too: it was never acknowledged. */
    @Override
    public void close() throws IOException {
        if (block != null) {
            blocks.giveBack(block);
            block = null;
        }
        try (file;
                var closing = straight) {
            if (!kept) {
                disk.delete(pending);
                disk.delete(blob);
            }
        }
    }
}
