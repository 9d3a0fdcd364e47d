package no.tillit.keys.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Settings;
import no.tillit.keys.AssociatedData;
import no.tillit.keys.KeysUnavailable;
import no.tillit.keys.Tampered;
import org.jspecify.annotations.Nullable;

/**
 * The root key is made once, at the very first start; from then on it is found again or nothing starts. It wraps other
 * keys, wherever it lives ({@link RootStore}); nobody is given its bytes.
 */
@ApplicationScoped
public class RootKeys {
    private static final int FIRST = 1;
    private static final int ATTEMPTS = 3;

    private final Supplier<RootStore> configured;
    private final RootKeyTable table;
    private final Clock clock;
    private @Nullable RootStore store;
    private int lastDestroyed;

    @Inject
    public RootKeys(Settings settings, RootKeyTable table, Clock clock) {
        this(() -> RootSettings.store(settings), table, clock);
    }

    public RootKeys(Supplier<RootStore> configured, RootKeyTable table, Clock clock) {
        this.configured = configured;
        this.table = table;
        this.clock = clock;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected RootKeys() {
        this((Supplier<RootStore>) null, null, null);
    }

    /**
     * Opens the store and compares it with the database; makes the first root on an empty database.
     *
     * @throws KeyStoreUnusable when it is missing, does not open, cannot be reached, or is another installation's
     */
    public void open() {
        try {
            opened();
        } catch (KeysUnavailable e) {
            throw new KeyStoreUnusable(
                    e.getCause() instanceof KeyStoreUnusable why
                            ? String.valueOf(why.getMessage())
                            : "The key database does not answer.",
                    e);
        }
    }

    /** The version that wraps new keys, now. Another node may have rotated since the last call. */
    public int currentVersion() {
        forgetDestroyed(opened());
        return table.active().orElseThrow(() -> new IllegalStateException("no root key is active"));
    }

    /**
     * Wraps a key under the root of this version.
     *
     * @param place what the key is, and everything that names it: its id, its version, this root version
     */
    public byte[] seal(int version, Secret key, AssociatedData place) {
        return asking(() -> opened().seal(version, key.live(), place));
    }

    /** Runs what wraps a new key under the current root, and once more if that root retires meanwhile. */
    public void underCurrent(IntConsumer wrapping) {
        for (int attempt = 1; ; attempt++) {
            try {
                wrapping.accept(currentVersion());
                return;
            } catch (KeyDatabase.RootRetires e) {
                if (attempt == ATTEMPTS) {
                    throw new KeysUnavailable(e);
                }
            }
        }
    }

    /**
     * Unwraps a key; the caller closes it.
     *
     * @param again the same row read anew: a rotation may have re-wrapped it since, and destroyed the root it had
     * @throws no.tillit.keys.Tampered when it was not wrapped by this root for this place, or is another key
     */
    Secret open(WrappedKey key, Supplier<WrappedKey> again) {
        try {
            return open(key);
        } catch (KeysUnavailable e) {
            WrappedKey now = again.get();
            if (now.rootVersion() == key.rootVersion()) {
                throw e;
            }
            return open(now);
        }
    }

    /** As {@link #open(WrappedKey, Supplier)}, for a key of the installation. */
    public Secret open(InstallationKeyRow row, Supplier<InstallationKeyRow> again) {
        return open(row.wrappedKey(), () -> again.get().wrappedKey());
    }

    private Secret open(WrappedKey key) {
        Secret secret = Secret.adopt(asking(() -> opened().open(key.rootVersion(), key.bytes(), key.place())));
        if (!MessageDigest.isEqual(secret.keyCheckValue(), key.keyCheckValue())) {
            secret.close();
            throw new Tampered("A key does not match its check value");
        }
        return secret;
    }

    /** The store, opened and compared with the database. */
    synchronized RootStore opened() {
        RootStore open = store;
        if (open == null) {
            open = configured.get();
            compare(open);
            lastDestroyed = table.newest(RootKeyState.DESTROYED).orElse(0);
            store = open;
        }
        return open;
    }

    /** A root that was destroyed elsewhere is not kept in this process's memory either. */
    private synchronized void forgetDestroyed(RootStore open) {
        int destroyed = table.newest(RootKeyState.DESTROYED).orElse(0);
        if (destroyed > lastDestroyed) {
            open.close();
            lastDestroyed = destroyed;
        }
    }

    @PreDestroy
    synchronized void close() {
        if (store != null) {
            store.close();
        }
        store = null;
    }

    /** At run time a store that turned unusable may be mended without a new start. */
    private static byte[] asking(Supplier<byte[]> call) {
        try {
            return call.get();
        } catch (KeyStoreUnusable e) {
            throw new KeysUnavailable(e);
        }
    }

    private void compare(RootStore open) {
        Set<Integer> found = open.versions();
        List<RootKeyRow> known = table.all();
        if (known.isEmpty()) {
            if (!found.contains(FIRST)) {
                open.create(FIRST);
                found = open.versions();
            }
            table.addFirst(FIRST, open.keyCheckValue(FIRST), clock.now());
            known = table.all();
        }
        if (found.isEmpty()) {
            throw new KeyStoreUnusable("The key database has keys, but their root key is gone. " + open
                    + " is missing. Restore it from its backup or from its custodians: without it nothing stored can be"
                    + " read, and a new one would not help.");
        }
        for (RootKeyRow row : known) {
            verify(open, found, row);
        }
    }

    private static void verify(RootStore open, Set<Integer> found, RootKeyRow row) {
        boolean there = found.contains(row.version());
        if (row.state() == RootKeyState.ACTIVE && !there) {
            throw new KeyStoreUnusable(open + " has no root key of version " + row.version()
                    + ": it is older than the key database. Restore the current one.");
        }
        // A retiring root that is gone was destroyed by a rotation that stopped before it said so.
        if (there && !MessageDigest.isEqual(open.keyCheckValue(row.version()), row.keyCheckValue())) {
            throw new KeyStoreUnusable(open + " belongs to another installation: its root key is not the one that this"
                    + " key database was made with.");
        }
    }
}
