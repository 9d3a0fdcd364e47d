/**
 * Interviews that were held, alone or in a group, and the documents that hang on them. Open
 * {@link no.tillit.interview.CreatingInterview} first: it holds the rules of who may be interviewed when (O-05, O-13).
 *
 * <p>Floor 8: may use {@code document} and everything below. Why only held interviews are registered: ADR 0044.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.interview;
