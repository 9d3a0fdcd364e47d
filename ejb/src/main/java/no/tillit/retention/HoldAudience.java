package no.tillit.retention;

/** Who may read why something is held. That it is held, everybody sees who sees the record. */
public enum HoldAudience {
    /** The privacy officers alone. */
    PRIVACY_OFFICERS,
    /** They and the project's lead. */
    PROJECT
}
