/** How interviews are kept. Open {@link no.tillit.interview.internal.Interview} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.interview.internal;
