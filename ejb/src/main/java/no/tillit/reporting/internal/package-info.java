/** How reports are counted and written. Open {@link no.tillit.reporting.internal.ReportRows} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.reporting.internal;
