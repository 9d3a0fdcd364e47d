package no.tillit.erasure;

/**
 * What this version of a preview has more or less than the one before.
 *
 * @param added records that are new, or whose fate, size or content changed
 * @param removed records that are gone, or as they were before they changed
 */
public record PreviewChange(String kind, long added, long removed) {}
