package no.tillit.participant;

/** Why a participant's data may not be used any more. */
public enum BlockReason {
    /** The person withdrew, and nothing else carries the data (GDPR Art 7(3), O-06). */
    CONSENT_WITHDRAWN,
    /** The approval's end date has passed (O-09). */
    PROCESSING_ENDED,
    /** The deletion of everything about the person was approved (O-21). */
    ERASURE_DECIDED
}
