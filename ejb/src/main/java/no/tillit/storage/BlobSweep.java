package no.tillit.storage;

/**
 * What a sweep removed.
 *
 * @param pending uploads that never ended
 * @param unknown whole blobs that no row knows
 */
public record BlobSweep(int pending, int unknown) {}
