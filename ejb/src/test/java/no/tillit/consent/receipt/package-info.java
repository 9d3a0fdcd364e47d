/** Receipts that programs read. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.receipt;
