package no.tillit.erasure;

import no.tillit.retention.RetentionReason;

/** What made a deletion necessary. */
public enum DeletionCause {
    /** A participant withdrew a consent, whole or by item (O-06). Always about one participant. */
    WITHDRAWAL(RetentionReason.CONSENT_WITHDRAWN),
    /** The project's approval has ended (O-09). Always about the whole project. */
    END_OF_PROCESSING(RetentionReason.PROCESSING_ENDED),
    /** A project's retention schedule made records due. Always about the project, and only about those records. */
    SCHEDULE(RetentionReason.SCHEDULE_DUE),
    /** A participant asked for it (Art 17). Always about one participant, and answered within a month. */
    REQUEST(RetentionReason.ERASURE_REQUESTED),
    /** The privacy officer decided it, such as because the records are not needed. */
    MANUAL(RetentionReason.ERASURE_REQUESTED);

    private final RetentionReason reason;

    DeletionCause(RetentionReason reason) {
        this.reason = reason;
    }

    /** The reason, with its legal authority, for which records go. */
    public RetentionReason reason() {
        return reason;
    }
}
