package no.tillit.interview.transcript;

import java.time.Instant;

/**
 * That a transcript has been divided, without what it says.
 *
 * @param voices how many people's words there still are, the interviewer's included
 * @param turns how often somebody spoke in the whole, also those who have left since
 */
public record TranscriptSummary(TranscriptId id, long voices, int turns, Instant dividedAt, String dividedBy) {}
