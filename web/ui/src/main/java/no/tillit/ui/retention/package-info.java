/**
 * Pages of retention: what is due, a project's schedules, and holds. Open {@link no.tillit.ui.retention.DuePage} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.retention;
