/** What a receipt says, and how each standard writes it. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.receipt.internal;
