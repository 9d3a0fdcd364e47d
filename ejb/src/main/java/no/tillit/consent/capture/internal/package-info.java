/** How a capture is drawn, kept and read again. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.capture.internal;
