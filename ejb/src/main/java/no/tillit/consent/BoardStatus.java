package no.tillit.consent;

/** What a board is asked for. */
public enum BoardStatus {
    /** A yes that holds today. */
    GIVEN,
    /** A no. */
    REFUSED,
    /** Taken back by the person. */
    WITHDRAWN,
    /** Ended by somebody else. */
    REVOKED,
    /** A yes that has run out. */
    EXPIRED,
    /** On a form that does not count. */
    INVALIDATED,
    /** Not answered at all: who is missing. */
    MISSING,
    /** A yes that holds today and runs out within sixty days. */
    EXPIRES_SOON,
    /** With a form on paper that nobody has checked. */
    UNCHECKED
}
