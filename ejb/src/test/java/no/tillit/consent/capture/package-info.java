/** Consent on screen, by word of mouth and on behalf. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.capture;
