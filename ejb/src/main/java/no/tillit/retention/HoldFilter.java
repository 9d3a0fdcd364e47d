package no.tillit.retention;

import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which holds a list shows.
 *
 * @param project null for every project of the installation
 * @param toReview only those that stand and whose day of review has come
 * @param released whether those that were released are among them
 */
public record HoldFilter(@Nullable ProjectId project, boolean toReview, boolean released) {}
