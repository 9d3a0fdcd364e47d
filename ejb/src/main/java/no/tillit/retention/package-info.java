/**
 * When things must go, and when they must stay. Open {@link no.tillit.retention.RetentionRules} first: it is the whole
 * schedule on one page.
 *
 * <p>Floor 2: may use {@code kernel}. Knows no feature: those above bring the facts, and get a decision with its reason,
 * its legal authority and its date (O-21, O-22).
 */
@org.jspecify.annotations.NullMarked
package no.tillit.retention;
