/** How forms and withdrawals are kept, and what follows from them. Open {@link no.tillit.consent.internal.ConsentHistory} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.internal;
