package no.tillit.keys.internal;

import no.tillit.keys.AssociatedData;

/**
 * A key as a row holds it.
 *
 * @param rootVersion the root it is wrapped under
 * @param place what the bytes are bound to, the root's version included
 * @param keyCheckValue what the key inside must be recognised by
 */
record WrappedKey(int rootVersion, byte[] bytes, AssociatedData place, byte[] keyCheckValue) {
    @Override
    public String toString() {
        return "WrappedKey[redacted]";
    }
}
