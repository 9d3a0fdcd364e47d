package no.tillit.consent;

/** How a consent, or one item of it, stands (W3C DPV; FHIR R5 in brackets). */
public enum ConsentState {
    /** Asked, not answered [draft]. */
    REQUESTED,
    /** The person said no [not-done]. */
    REFUSED,
    /** The person said yes, and it stands [active]. */
    GIVEN,
    /** Its period is over, or the approval's end date has passed [inactive]. */
    EXPIRED,
    /** The person took it back [inactive]. */
    WITHDRAWN,
    /** Somebody other than the person ended it [inactive]. */
    REVOKED,
    /** It does not count: a check found so, or it was recorded by mistake [entered-in-error]. */
    INVALIDATED;

    /** Whether data may be used: only a yes that stands allows it. */
    public boolean opens() {
        return this == GIVEN;
    }
}
