/**
 * How documents are kept and checked. Open {@link no.tillit.document.internal.Document} first, then
 * {@link no.tillit.document.internal.Intake}, which asks the child process.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.document.internal;
