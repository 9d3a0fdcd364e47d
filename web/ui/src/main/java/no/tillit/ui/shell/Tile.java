package no.tillit.ui.shell;

/**
 * A number on a page, and the list it counts.
 *
 * @param href the list; empty when there is no single one
 */
public record Tile(long count, String label, String href) {}
