package no.tillit.keys.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The file that holds the root key: Bouncy Castle's BCFKS, its key drawn from the passphrase by scrypt (N 2^17, r 8, p
 * 1: 128 MiB and about half a second per try).
 *
 * <p>Readable by its owner only; written whole or not at all.
 */
public final class KeyStoreFile {
    private static final ScryptConfig SCRYPT =
            new ScryptConfig.Builder(1 << 17, 8, 1).withSaltLength(32).build();

    private final Path file;
    private final char[] passphrase;

    public KeyStoreFile(Path file, char[] passphrase) {
        this.file = file.toAbsolutePath();
        this.passphrase = passphrase.clone();
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Writes a new key store with this root key as version 1. */
    public void create(Secret root) {
        try {
            KeyStore store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
            store.load(new BCFKSLoadStoreParameter.Builder()
                    .withStorePBKDFConfig(SCRYPT)
                    .build());
            store.setKeyEntry(alias(1), new SecretKeySpec(root.live(), "AES"), passphrase, null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(new BCFKSLoadStoreParameter.Builder(bytes, passphrase)
                    .withStorePBKDFConfig(SCRYPT)
                    .build());
            write(bytes.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyStoreUnusable("The key store " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** @throws KeyStoreUnusable when the passphrase is wrong, the file damaged, or others may read it */
    public Secret read(int version) {
        try {
            refuseIfOthersMayRead();
            KeyStore store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), passphrase);
            Key key = store.getKey(alias(version), passphrase);
            if (key == null) {
                throw new KeyStoreUnusable("The key store " + file + " has no root key of version " + version
                        + ": it is older than the database. Restore the current one.");
            }
            return Secret.adopt(key.getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyStoreUnusable(
                    "The key store " + file + " does not open: the passphrase is wrong or the file is damaged.", e);
        }
    }

    private void refuseIfOthersMayRead() throws IOException {
        Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        open.removeAll(PosixFilePermissions.fromString("rwx------"));
        if (!open.isEmpty()) {
            throw new KeyStoreUnusable(
                    "The key store " + file + " can be reached by other users. Run: chmod 600 " + file);
        }
    }

    private void write(byte[] bytes) throws IOException {
        Path folder = file.getParent();
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
            Files.move(pending, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        } finally {
            Files.deleteIfExists(pending);
        }
    }

    private static String alias(int version) {
        return "root-" + version;
    }

    @Override
    public String toString() {
        return "KeyStoreFile[" + file + "]";
    }
}
