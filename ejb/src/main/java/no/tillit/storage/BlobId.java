package no.tillit.storage;

import java.util.UUID;

/** One blob, written once; never given to another. */
public record BlobId(UUID value) {}
