/**
 * Consent that is not signed on paper: on screen at the meeting, by word of mouth at the start of a recording, or filled in by
 * staff while the person decides (GDPR Art 7(1); O-04, O-20). Open {@link no.tillit.consent.capture.CapturingConsent} first.
 *
 * <p>Each keeps who was present, and the evidence: a sealed document of what was seen and answered, or where the recording is.
 * Part of the feature {@code consent}, whose rules decide what the answers mean. Decision: ADR 0171.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.capture;
