package no.tillit.keys.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/** A small file that only its owner reads, replaced whole or not at all. */
record PrivateFile(Path path) {

    boolean exists() {
        return Files.exists(path);
    }

    byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new KeyStoreUnusable("The key store " + path + " cannot be read.", e);
        }
    }

    void refuseIfOthersMayRead() {
        try {
            Set<PosixFilePermission> open = new HashSet<>(Files.getPosixFilePermissions(path));
            open.removeAll(PosixFilePermissions.fromString("rwx------"));
            if (!open.isEmpty()) {
                throw new KeyStoreUnusable(
                        "The key store " + path + " can be reached by other users. Run: chmod 600 " + path);
            }
        } catch (IOException e) {
            throw new KeyStoreUnusable("The key store " + path + " cannot be read.", e);
        }
    }

    /** Durable when it returns; after a crash either the old bytes are there or the new ones. */
    void replace(byte[] bytes) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path pending = Files.createTempFile(
                folder,
                "keystore",
                ".pending",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel channel = FileChannel.open(pending, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(pending, path, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        } finally {
            Files.deleteIfExists(pending);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
