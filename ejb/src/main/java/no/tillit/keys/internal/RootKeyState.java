package no.tillit.keys.internal;

/** Where a root key is in its life; it only moves downwards in this list. */
public enum RootKeyState {
    /** Wraps and unwraps; exactly one, from the first start on. */
    ACTIVE,
    /** Unwraps only, until everything living is wrapped under the next. */
    RETIRING,
    /** Gone from the store; old backups of the key database open no more. */
    DESTROYED
}
