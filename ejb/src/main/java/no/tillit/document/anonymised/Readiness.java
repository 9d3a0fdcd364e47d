package no.tillit.document.anonymised;

/** What stands between a person and the release of a draft. */
public enum Readiness {
    /** Somebody it was made from has withdrawn or is to be erased: it goes with them. */
    CLOSED,
    /** The person has not had the whole file since it was put forward. */
    UNREAD,
    /** Nothing that can be known before. */
    READY
}
