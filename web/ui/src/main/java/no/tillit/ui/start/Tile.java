package no.tillit.ui.start;

/** A number on the start page, and the list it counts. */
public record Tile(long count, String label, String href) {}
