package no.tillit.keys.internal;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.SortedSet;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import no.tillit.keys.AssociatedData;
import no.tillit.keys.KeysUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The root keys in a hardware token: AES-256 objects made there, that never leave it. The token does the wrapping.
 *
 * <p>A call that fails logs in again and is tried once more; while the token stays away, calls are refused at once and
 * the token is asked again every second. A refused PIN is not tried twice: tokens lock after a few.
 */
public final class Pkcs11Token implements RootStore {
    private static final long PATIENCE = 1_000_000_000L;

    private final Pkcs11Library library;
    private final Path path;
    private final String label;
    private final char[] pin;
    private final Envelope envelope = new Envelope(new SecureRandom());

    private volatile @Nullable Pkcs11Session session;
    private @Nullable GeneralSecurityException lastFailure;
    private long failedAt;
    private boolean pinRefused;

    public Pkcs11Token(Path path, String label, char[] pin) {
        this.path = path;
        this.library = new Pkcs11Library(path);
        this.label = label;
        this.pin = pin.clone();
    }

    @Override
    public SortedSet<Integer> versions() {
        return using(Pkcs11Session::versions);
    }

    @Override
    public void create(int version) {
        if (versions().contains(version)) {
            throw new KeyStoreUnusable(this + " has a root key of version " + version + " already.");
        }
        using(open -> {
            if (!open.versions().contains(version)) {
                open.create(version);
            }
            return version;
        });
    }

    @Override
    public byte[] keyCheckValue(int version) {
        return using(open -> open.checkValue(version));
    }

    @Override
    public byte[] seal(int version, byte[] key, AssociatedData place) {
        return using(open -> envelope.seal(open.key(version), open.provider(), key, place));
    }

    @Override
    public byte[] open(int version, byte[] sealed, AssociatedData place) {
        return using(open -> {
            try {
                return envelope.open(open.key(version), open.provider(), sealed, place);
            } catch (AEADBadTagException e) {
                // Tokens say the same of a wrong tag and of a fault of theirs: one that still answers saw a wrong tag.
                open.checkValue(version);
                throw Envelope.changed(e);
            }
        });
    }

    @Override
    public void destroy(int version) {
        using(open -> {
            open.destroy(version);
            return version;
        });
    }

    /** For the proof that it never leaves: what Java holds of a root is a handle without bytes. */
    SecretKey handle(int version) {
        return using(open -> open.key(version));
    }

    @Override
    public synchronized void close() {
        Pkcs11Session old = session;
        session = null;
        if (old != null) {
            old.logout();
        }
    }

    private interface Use<T> {
        T of(Pkcs11Session open) throws GeneralSecurityException;
    }

    private <T> T using(Use<T> use) {
        Pkcs11Session first = session();
        try {
            return use.of(first);
        } catch (GeneralSecurityException | ProviderException | RootMissing e) {
            discard(first);
        }
        Pkcs11Session second = session();
        try {
            return use.of(second);
        } catch (RootMissing e) {
            throw new KeyStoreUnusable(this + " has no root key of version " + e.version() + ".", e);
        } catch (GeneralSecurityException | ProviderException e) {
            discard(second);
            throw new KeysUnavailable(new KeyStoreUnusable(this + " does not answer: " + e.getMessage(), e));
        }
    }

    private synchronized void discard(Pkcs11Session broken) {
        if (session == broken) {
            close();
        }
    }

    private Pkcs11Session session() {
        Pkcs11Session open = session;
        return open != null ? open : login();
    }

    private synchronized Pkcs11Session login() {
        Pkcs11Session open = session;
        if (open != null) {
            return open;
        }
        if (pinRefused || (lastFailure != null && System.nanoTime() - failedAt < PATIENCE)) {
            throw away(lastFailure);
        }
        try {
            open = loginOrRestart();
            lastFailure = null;
            session = open;
            return open;
        } catch (GeneralSecurityException e) {
            pinRefused = e instanceof PinRefused;
            lastFailure = e;
            failedAt = System.nanoTime();
            throw away(e);
        }
    }

    private Pkcs11Session loginOrRestart() throws GeneralSecurityException {
        try {
            return loginOnce();
        } catch (PinRefused e) {
            throw e;
        } catch (GeneralSecurityException e) {
            library.restart();
        }
        try {
            return loginOnce();
        } catch (PinRefused e) {
            throw e;
        } catch (GeneralSecurityException e) {
            // A restarted library gives its numbers anew: what Java cleans up of the old sessions may close the new
            // one.
            return loginOnce();
        }
    }

    private Pkcs11Session loginOnce() throws GeneralSecurityException {
        return Pkcs11Session.login(path, library.slot(label), pin);
    }

    private KeysUnavailable away(@Nullable GeneralSecurityException why) {
        return new KeysUnavailable(
                why == null
                        ? new KeyStoreUnusable(this + " cannot be used.")
                        : new KeyStoreUnusable(this + " cannot be used: " + why.getMessage() + ".", why));
    }

    @Override
    public String toString() {
        return "The token \"" + label + "\" of " + path;
    }

    /** The token answers, and has no root of this version. */
    static final class RootMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int version;

        RootMissing(int version) {
            super("no root key of version " + version);
            this.version = version;
        }

        int version() {
            return version;
        }
    }

    /** The token refused the PIN; trying again would lock it. */
    static final class PinRefused extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;

        PinRefused(Throwable cause) {
            super(
                    "it refused the PIN. It is not tried again before the next start, so that the token does not lock",
                    cause);
        }
    }
}
