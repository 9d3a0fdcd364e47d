/**
 * Transcripts divided by who speaks, each part under its speaker's key (O-12, O-13). Open
 * {@link no.tillit.interview.transcript.DividingTranscript} first. Decision: ADR 0180.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.interview.transcript;
