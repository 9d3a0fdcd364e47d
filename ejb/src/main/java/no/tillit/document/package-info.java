/**
 * Files about people: received as a stream, checked by what they are, encrypted before they reach a disk, read only
 * while approval and consent allow it. Open {@link no.tillit.document.DocumentType} first: it is the one place to change
 * when a new kind of document comes; then {@link no.tillit.document.ReceivingDocument}.
 *
 * <p>Floor 7: may use {@code kernel}, {@code audit}, {@code keys}, {@code access}, {@code storage}, {@code retention},
 * {@code erasure}, {@code project}, {@code participant} and {@code consent}. Parsers are touched only in {@code internal},
 * and only the detection of magic bytes runs in this JVM: everything else parses in the intake, a child process.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.document;
