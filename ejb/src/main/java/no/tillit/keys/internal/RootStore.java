package no.tillit.keys.internal;

import java.util.SortedSet;
import no.tillit.keys.AssociatedData;

/**
 * Where the root keys live. A root wraps and unwraps; nobody is given its bytes.
 *
 * <p>Every call throws {@link KeyStoreUnusable} when the store is wrong (another passphrase, a damaged file, no such
 * version), {@link no.tillit.keys.KeysUnavailable} when it cannot be reached now but may be later, and {@link
 * no.tillit.keys.Tampered} when wrapped bytes are not what they were. Safe for many threads.
 */
public sealed interface RootStore extends AutoCloseable permits KeyStoreFile, Pkcs11Token {

    /** The versions there are, looked up anew; none before the first start. */
    SortedSet<Integer> versions();

    /** Makes a new random root of this version, durable when the call returns. */
    void create(int version);

    /** 32 bytes that name the root without revealing it. Each kind of store has its own. */
    byte[] keyCheckValue(int version);

    byte[] seal(int version, byte[] key, AssociatedData place);

    byte[] open(int version, byte[] sealed, AssociatedData place);

    /** Removes the root of this version for ever; does nothing when there is none. */
    void destroy(int version);

    /** Forgets what was opened; the next call opens it again. */
    @Override
    void close();
}
