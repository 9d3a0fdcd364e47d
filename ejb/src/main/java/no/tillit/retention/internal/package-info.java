/**
 * How schedules, holds and disposal dates are kept. Open {@link no.tillit.retention.internal.Disposals} first: it asks the
 * rules about every record whose facts have changed.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.retention.internal;
