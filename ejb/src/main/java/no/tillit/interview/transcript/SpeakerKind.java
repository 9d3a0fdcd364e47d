package no.tillit.interview.transcript;

/** What a label in the margin may stand for. */
public enum SpeakerKind {
    /** Somebody who took part. */
    PARTICIPANT,
    /** Whoever asked the questions. */
    INTERVIEWER,
    /** No speaker at all, but words with a colon after them: they belong to what was said before. */
    NOBODY
}
