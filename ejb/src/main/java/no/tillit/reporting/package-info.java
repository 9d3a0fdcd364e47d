/**
 * What looks across all features and says it to others, in numbers. Open {@link no.tillit.reporting.ReportingToSikt} first.
 *
 * <p>Top floor: may use everything below. Counts only; no pseudonym, no id of a person.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.reporting;
