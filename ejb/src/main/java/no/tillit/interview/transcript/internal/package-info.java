/** How divided transcripts are read in and kept. Open {@link no.tillit.interview.transcript.internal.SpeakerTurns} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.interview.transcript.internal;
