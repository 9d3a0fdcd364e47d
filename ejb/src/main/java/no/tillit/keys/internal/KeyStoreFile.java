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
import java.security.KeyStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The file that holds the root keys: Bouncy Castle's BCFKS, sealed by the passphrase through scrypt (N 2^15, r 8, p 1:
 * 32 MiB a try).
 *
 * <p>Readable by its owner only; written whole or not at all.
 */
public final class KeyStoreFile {
    private static final ScryptConfig SCRYPT =
            new ScryptConfig.Builder(1 << 15, 8, 1).withSaltLength(32).build();

    private static final String ALIAS = "root-";

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
            store.setKeyEntry(ALIAS + 1, new SecretKeySpec(root.live(), "AES"), passphrase, null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(new BCFKSLoadStoreParameter.Builder(bytes, passphrase)
                    .withStorePBKDFConfig(SCRYPT)
                    .build());
            write(bytes.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyStoreUnusable(this + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Every root key in the file, by version.
     *
     * @throws KeyStoreUnusable when the passphrase is wrong, the file damaged, or others may read it
     */
    public Map<Integer, Secret> read() {
        refuseIfOthersMayRead();
        try {
            KeyStore store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), passphrase);
            Map<Integer, Secret> keys = new HashMap<>();
            for (String alias : Collections.list(store.aliases())) {
                int version = Integer.parseInt(alias.substring(ALIAS.length()));
                keys.put(version, Secret.adopt(store.getKey(alias, passphrase).getEncoded()));
            }
            return keys;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new KeyStoreUnusable(this + " does not open: the passphrase is wrong or the file is damaged.", e);
        }
    }

    private void refuseIfOthersMayRead() {
        try {
            Set<PosixFilePermission> open = new HashSet<>(Files.getPosixFilePermissions(file));
            open.removeAll(PosixFilePermissions.fromString("rwx------"));
            if (!open.isEmpty()) {
                throw new KeyStoreUnusable(this + " can be reached by other users. Run: chmod 600 " + file);
            }
        } catch (IOException e) {
            throw new KeyStoreUnusable(this + " cannot be read.", e);
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

    @Override
    public String toString() {
        return "The key store " + file;
    }
}
