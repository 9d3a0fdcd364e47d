package no.tillit.ui.start;

/**
 * A number on the start page, and the list it counts.
 *
 * @param href the list; empty when there is no single one
 */
public record Tile(long count, String label, String href) {}
