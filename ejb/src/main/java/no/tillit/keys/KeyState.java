package no.tillit.keys;

/** Where a subject's key is in its life. It only ever moves downwards in this list. */
public enum KeyState {
    /** No key yet; not to be mistaken for destroyed. */
    ABSENT,
    /** Encrypts and decrypts. */
    ACTIVE,
    /** Erasure has begun: nothing is encrypted or decrypted any more, the bytes are about to go. */
    DESTROYING,
    /** The bytes are gone; a tombstone with the key check value stays for ever. */
    DESTROYED
}
