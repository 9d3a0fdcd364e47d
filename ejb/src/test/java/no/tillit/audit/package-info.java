/** The log against those who would bend it: open {@link no.tillit.audit.ALog} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.audit;
