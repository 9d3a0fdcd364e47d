package no.tillit.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Passwords of a stack, made at its first start; each in a file of its own that only its owner reads. */
final class Secrets {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final SecureRandom random;

    Secrets(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** The secret of that name, made now if it was not there: 32 random bytes as URL-safe Base64. */
    String of(String name) {
        try {
            return Files.readString(file(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that holds the secret of that name. */
    Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        }
        return file;
    }

    /** Writes a file that only its owner reads, in place of an older one. */
    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            try {
                Files.createFile(file, OWNER_ONLY);
            } catch (FileAlreadyExistsException e) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(file, content, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new StackFailure("cannot write " + file, e);
        }
    }
}
