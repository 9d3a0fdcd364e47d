/**
 * Encrypted content on disk: a blob is written whole or not at all, read only with its key and its context, and nothing
 * readable ever touches the disk.
 *
 * <p>Floor 2: uses {@code kernel} and {@code keys}. Open {@link no.tillit.storage.EncryptedBlobs} first. Decisions:
 * docs/adr/0023 and 0024.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.storage;
