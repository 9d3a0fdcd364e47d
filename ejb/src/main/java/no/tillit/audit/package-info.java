/**
 * The log of who did what to which record, and why. Open {@link no.tillit.audit.AuditLog} first;
 * {@link no.tillit.audit.AuditEntries} finds entries again.
 *
 * <p>Floor 1: may use {@code kernel}. Only this package writes audit rows; an entry commits with what it records, and a
 * read's entry is durable before the first byte leaves (O-24).
 */
@org.jspecify.annotations.NullMarked
package no.tillit.audit;
