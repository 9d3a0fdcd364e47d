/** Files and folders under {@code tillit.blobs.dir}. Open {@link BlobFiles} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.storage.internal;
