/**
 * Encrypted content in a folder or a bucket: a blob is written whole or not at all, read only with its key and its
 * context, and nothing readable ever reaches a disk.
 *
 * <p>Floor 2: uses {@code kernel} and {@code keys}. Open {@link no.tillit.storage.EncryptedBlobs} first, and {@link
 * no.tillit.storage.Storage} below it. Decisions:
 * docs/adr/0023, 0024 and 0100 to 0104.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.storage;
