/**
 * Signed forms come back as scans, many in one file: they are split by the codes on their pages, brought to the person they
 * were printed for, and recorded by somebody who reads them. Open {@link no.tillit.scan.ReceivingScans} first, then {@link
 * no.tillit.scan.MatchingScans}.
 *
 * <p>No file is opened here: pages are read in the reader, a child process ({@link no.tillit.scan.internal.ReaderProcess}).
 * A scan changes no consent, neither when it comes nor when it goes; only a person who records one does, through {@link
 * no.tillit.consent.RecordingConsent}.
 *
 * <p>Floor 8: may use {@code document}, {@code consent} and everything below. Decisions: ADR 0165 to 0168.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.scan;
