package no.tillit.interview;

/** How far an interview has come. */
public enum InterviewState {
    /** It took place. */
    HELD,
    /** What was said is written down: a transcript hangs on it. */
    TRANSCRIBED
}
