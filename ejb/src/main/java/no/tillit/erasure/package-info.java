/**
 * How things go, and the proof. Open {@link no.tillit.erasure.ErasureStep} first: it is what a feature
 * contributes.
 *
 * <p>A deletion is proposed with a preview, approved by a second person, entered in the erasure register, carried out by
 * a batch job that destroys keys first and bytes after, verified by looking again, and certified (O-21, O-23).
 *
 * <p>Floor 3: may use {@code kernel}, {@code audit}, {@code keys}, {@code access} and {@code retention}. Knows no feature:
 * those above contribute {@link no.tillit.erasure.ErasureStep}s.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.erasure;
