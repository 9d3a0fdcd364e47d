package no.tillit.keys.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Settings;
import no.tillit.keys.AssociatedData;

/**
 * The root key is made once, at the very first start; from then on it is found again or nothing starts.
 *
 * <p>In memory from the start to the stop of the application: whoever reads this process reads everything (threat model,
 * "root on the application host").
 */
@ApplicationScoped
public class RootKeys {
    private static final int FIRST = 1;
    private static final int SHORTEST_PASSPHRASE = 16;
    private static final String WRAPPING = "wrap subject keys";

    private final Supplier<KeyStoreFile> configured;
    private final RootKeyTable table;
    private final Clock clock;
    private final Map<Integer, Secret> versions = new HashMap<>();
    private final Envelope envelope = new Envelope(new SecureRandom());
    private int current;

    @Inject
    public RootKeys(Settings settings, RootKeyTable table, Clock clock) {
        this(() -> file(settings), table, clock);
    }

    public RootKeys(Supplier<KeyStoreFile> configured, RootKeyTable table, Clock clock) {
        this.configured = configured;
        this.table = table;
        this.clock = clock;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected RootKeys() {
        this((Supplier<KeyStoreFile>) null, null, null);
    }

    /**
     * Opens the key store, or makes it on an empty database.
     *
     * @throws KeyStoreUnusable when it is missing, does not open, or is another installation's
     */
    public synchronized void open() {
        if (current > 0) {
            return;
        }
        KeyStoreFile file = configured.get();
        SortedMap<Integer, byte[]> known = table.checkValues();
        if (!file.exists()) {
            if (!known.isEmpty()) {
                throw new KeyStoreUnusable("The key database has keys, but their root key is gone. " + file
                        + " is missing. Restore it from its backup: without it nothing stored can be read, and a new"
                        + " one would not help.");
            }
            try (Secret fresh = Secret.random(new SecureRandom())) {
                file.create(fresh);
            }
        }
        Map<Integer, Secret> found = file.read();
        if (known.isEmpty()) {
            table.addUnlessThere(FIRST, version(found, FIRST).keyCheckValue(), clock.now());
            known = table.checkValues();
        }
        known.forEach((version, checkValue) -> verify(version(found, version), checkValue, file));
        versions.putAll(found);
        current = known.lastKey();
    }

    /** The version that wraps new keys. */
    public synchronized int currentVersion() {
        open();
        return current;
    }

    /**
     * Wraps a key under the root of this version.
     *
     * @param place what the key is, and everything that names it: its id, its version, this root version
     */
    public byte[] seal(int version, Secret key, AssociatedData place) {
        try (Secret wrapping = version(version).derive(WRAPPING)) {
            return envelope.seal(wrapping, key.live(), place);
        }
    }

    /**
     * Unwraps a key; the caller closes it, and compares its check value with the one on record.
     *
     * @throws no.tillit.keys.Tampered when it was not wrapped by this root for this place
     */
    public Secret open(int version, byte[] wrapped, AssociatedData place) {
        try (Secret wrapping = version(version).derive(WRAPPING)) {
            return Secret.adopt(envelope.open(wrapping, wrapped, place));
        }
    }

    private synchronized Secret version(int version) {
        open();
        return version(versions, version);
    }

    @PreDestroy
    synchronized void close() {
        versions.values().forEach(Secret::close);
        versions.clear();
        current = 0;
    }

    private static Secret version(Map<Integer, Secret> keys, int version) {
        Secret secret = keys.get(version);
        if (secret == null) {
            throw new KeyStoreUnusable("The key store has no root key of version " + version
                    + ": it is older than the key database. Restore the current one.");
        }
        return secret;
    }

    private static void verify(Secret root, byte[] checkValue, KeyStoreFile file) {
        if (!MessageDigest.isEqual(root.keyCheckValue(), checkValue)) {
            throw new KeyStoreUnusable(file + " belongs to another installation: its root key is not the one that this"
                    + " key database was made with.");
        }
    }

    private static KeyStoreFile file(Settings settings) {
        String passphrase = settings.optional("tillit.keystore.passphrase.file")
                .map(RootKeys::firstLine)
                .or(() -> settings.optional("tillit.keystore.passphrase"))
                .orElseThrow(() -> new KeyStoreUnusable("The key store's passphrase is missing. Set"
                        + " tillit.keystore.passphrase.file, or the environment variable TILLIT_KEYSTORE_PASSPHRASE."));
        if (passphrase.length() < SHORTEST_PASSPHRASE) {
            throw new KeyStoreUnusable(
                    "The key store's passphrase is shorter than " + SHORTEST_PASSPHRASE + " characters.");
        }
        return new KeyStoreFile(settings.path("tillit.keystore.file"), passphrase.toCharArray());
    }

    private static String firstLine(String file) {
        try {
            return Files.readString(Path.of(file))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            throw new KeyStoreUnusable(
                    "The file " + file + ", named by tillit.keystore.passphrase.file, cannot be read.", e);
        }
    }
}
