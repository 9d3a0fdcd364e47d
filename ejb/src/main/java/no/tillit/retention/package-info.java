/**
 * When things must go, and when they must stay. Open {@link no.tillit.retention.RetentionRules} first: it is every rule on
 * one page; {@link no.tillit.retention.Schedule} is what a project adds to them as data.
 *
 * <p>Knows no feature: it reads the facts of records from a view of the database, and those above get a decision with its
 * reason, its legal authority and its date (O-21, O-22).
 */
@org.jspecify.annotations.NullMarked
package no.tillit.retention;
