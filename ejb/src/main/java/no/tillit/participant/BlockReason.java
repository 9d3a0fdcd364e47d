package no.tillit.participant;

/** Why a participant's data may not be used any more. */
public enum BlockReason {
    /** The person withdrew, and nothing else carries the data (GDPR Art 7(3), O-06). */
    CONSENT_WITHDRAWN,
    /** Somebody entitled to it revoked the person's consent, and nothing else carries the data. */
    CONSENT_REVOKED,
    /** The person's consent ran out, and nothing else carries the data. */
    CONSENT_EXPIRED,
    /** The approval's end date has passed (O-09). */
    PROCESSING_ENDED,
    /** The deletion of everything about the person was approved (O-21). */
    ERASURE_DECIDED
}
