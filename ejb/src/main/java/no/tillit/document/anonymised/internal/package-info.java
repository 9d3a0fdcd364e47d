/**
 * How material is kept, looked through, and told from what goes. Open {@link no.tillit.document.anonymised.internal.Material} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.document.anonymised.internal;
