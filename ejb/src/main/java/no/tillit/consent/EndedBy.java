package no.tillit.consent;

/** Who ended a consent: only the person's own word is a withdrawal; anybody else's revokes it. */
public enum EndedBy {
    /** The person, in whatever way they told it (GDPR Art 7(3)). */
    PERSON,
    /** The person's guardian (verge), within what the guardianship covers. */
    GUARDIAN,
    /** A parent of somebody who is not of age. */
    PARENT,
    /** A court, or the authority that supervises the processing (GDPR Art 58(2)). */
    AUTHORITY;

    /** How a consent stands that was ended so. */
    public ConsentState state() {
        return this == PERSON ? ConsentState.WITHDRAWN : ConsentState.REVOKED;
    }
}
