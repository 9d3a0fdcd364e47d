package no.tillit.ui.participant;

import java.time.Instant;

/**
 * A point on a participant's time line.
 *
 * @param text what happened, in the reader's language
 * @param stop whether something was closed by it
 */
public record Happening(Instant at, String text, boolean stop) {}
