/**
 * How a blob is laid out ({@link no.tillit.storage.internal.Layout}), written and read, and the stores: files under {@code
 * tillit.blobs.dir}, objects of a bucket. Open {@link no.tillit.storage.internal.BlobWriter} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.storage.internal;
