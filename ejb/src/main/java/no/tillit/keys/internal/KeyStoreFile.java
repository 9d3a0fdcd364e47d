package no.tillit.keys.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.spec.SecretKeySpec;
import no.tillit.keys.AssociatedData;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * The root keys in a file: one readable line ({@link Hardening}), then Bouncy Castle's BCFKS sealed by the hardened
 * passphrase. Written whole or not at all, readable by its owner only.
 *
 * <p>In memory from the first use to {@link #close}: whoever reads this process reads everything (threat model, "root on
 * the application host").
 */
public final class KeyStoreFile implements RootStore {
    /** Few rounds: what BCFKS derives from is 256 bits out of Argon2id, beyond guessing. */
    private static final PBKDF2Config INNER = new PBKDF2Config.Builder()
            .withIterationCount(1024)
            .withSaltLength(32)
            .withPRF(PBKDF2Config.PRF_SHA512)
            .build();

    private static final String ALIAS = "root-";
    private static final String WRAPPING = "wrap keys";

    private final PrivateFile file;
    private final char[] passphrase;
    private final SecureRandom random = new SecureRandom();
    private final Envelope envelope = new Envelope(random);
    private final SortedMap<Integer, Secret> opened = new TreeMap<>();
    private @Nullable Hardening hardening;
    private char[] hardened = new char[0];

    public KeyStoreFile(Path file, char[] passphrase) {
        this.file = new PrivateFile(file.toAbsolutePath());
        this.passphrase = passphrase.clone();
    }

    @Override
    public synchronized SortedSet<Integer> versions() {
        close();
        if (file.exists()) {
            opened.putAll(read());
        }
        return new TreeSet<>(opened.keySet());
    }

    @Override
    public synchronized void create(int version) {
        try (Secret fresh = Secret.random(random)) {
            put(version, fresh);
        }
    }

    /** Takes in a root that came back from its custodians. */
    public synchronized void put(int version, Secret root) {
        if (versions().contains(version)) {
            throw new KeyStoreUnusable(this + " has a root key of version " + version + " already.");
        }
        opened.put(version, Secret.adopt(root.live().clone()));
        write();
    }

    @Override
    public synchronized void destroy(int version) {
        if (versions().contains(version)) {
            Secret gone = opened.remove(version);
            write();
            if (gone != null) {
                gone.close();
            }
        }
    }

    @Override
    public synchronized byte[] keyCheckValue(int version) {
        return root(version).keyCheckValue();
    }

    @Override
    public byte[] seal(int version, byte[] key, AssociatedData place) {
        try (Secret wrapping = wrapping(version)) {
            return envelope.seal(wrapping, key, place);
        }
    }

    @Override
    public byte[] open(int version, byte[] sealed, AssociatedData place) {
        try (Secret wrapping = wrapping(version)) {
            return envelope.open(wrapping, sealed, place);
        }
    }

    /** The root itself, for its custodians only; the caller closes it. */
    public synchronized Secret forCustodians(int version) {
        return Secret.adopt(root(version).live().clone());
    }

    @Override
    public synchronized void close() {
        opened.values().forEach(Secret::close);
        opened.clear();
    }

    private synchronized Secret wrapping(int version) {
        return root(version).derive(WRAPPING);
    }

    /** Looks into the file again for a version it has not seen: another process may have rotated. */
    private Secret root(int version) {
        Secret root = opened.get(version);
        if (root == null) {
            versions();
            root = opened.get(version);
        }
        if (root == null) {
            throw new KeyStoreUnusable(this + (file.exists() ? " has no root key of version " + version : " is missing")
                    + ": restore the current one.");
        }
        return root;
    }

    private SortedMap<Integer, Secret> read() {
        file.refuseIfOthersMayRead();
        byte[] bytes = file.read();
        int end = 0;
        while (end < bytes.length && end < 256 && bytes[end] != '\n') {
            end++;
        }
        try {
            char[] key = hardened(Hardening.read(new String(bytes, 0, end, StandardCharsets.US_ASCII)));
            KeyStore store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
            store.load(new ByteArrayInputStream(bytes, end + 1, bytes.length - end - 1), key);
            SortedMap<Integer, Secret> keys = new TreeMap<>();
            for (String alias : Collections.list(store.aliases())) {
                int version = Integer.parseInt(alias.substring(ALIAS.length()));
                keys.put(version, Secret.adopt(store.getKey(alias, key).getEncoded()));
            }
            return keys;
        } catch (KeyStoreUnusable e) {
            throw new KeyStoreUnusable(this + " does not open: " + e.getMessage() + ".", e);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new KeyStoreUnusable(this + " does not open: the passphrase is wrong or the file is damaged.", e);
        }
    }

    /** Once for each first line: it takes a second, and what it protects is in memory beside it. */
    private char[] hardened(Hardening now) {
        if (hardening == null || !hardening.line().equals(now.line())) {
            hardened = now.harden(passphrase);
            hardening = now;
        }
        return hardened;
    }

    private void write() {
        Hardening now = hardening == null ? Hardening.fresh(random) : hardening;
        try {
            char[] key = hardened(now);
            KeyStore store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
            store.load(new BCFKSLoadStoreParameter.Builder()
                    .withStorePBKDFConfig(INNER)
                    .build());
            for (var root : opened.entrySet()) {
                store.setKeyEntry(
                        ALIAS + root.getKey(), new SecretKeySpec(root.getValue().live(), "AES"), key, null);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes((now.line() + "\n").getBytes(StandardCharsets.US_ASCII));
            store.store(new BCFKSLoadStoreParameter.Builder(bytes, key)
                    .withStorePBKDFConfig(INNER)
                    .build());
            file.replace(bytes.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            close();
            throw new KeyStoreUnusable(this + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "The key store " + file;
    }
}
