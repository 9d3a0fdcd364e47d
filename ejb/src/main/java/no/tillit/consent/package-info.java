/**
 * What participants have agreed to, item by item, and the gate that everything above asks before it touches their data.
 * Open {@link no.tillit.consent.RecordingConsent} first, then {@link no.tillit.consent.ConsentGate}.
 *
 * <p>A form is stored as it was signed and never rewritten. Whether an item stands open on a day is worked out from all the
 * person's forms and withdrawals by one pure function, {@link no.tillit.consent.internal.ConsentHistory}, so there is no
 * status that could be wrong on the day of signing (GDPR Art 4(11), 7; O-04, O-06).
 *
 * <p>Floor 6: may use {@code participant}, {@code project} and everything below. A withdrawal is told to the features above by
 * the event {@link no.tillit.consent.ConsentWithdrawn}, observed in the same transaction. Decisions: ADR 0032 to 0034.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.consent;
