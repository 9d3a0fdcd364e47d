package no.tillit.consent;

/** Why an item stood as it did. */
public enum HeldReason {
    /** No form signed by that day decides it. */
    NOT_ASKED,
    /** The person said yes on the form. */
    SAID_YES,
    /** The person said no on the form. */
    SAID_NO,
    /** The person took it back. */
    TAKEN_BACK,
    /** Somebody else ended it. */
    ENDED_BY_OTHERS,
    /** The period the person agreed to was over. */
    PERIOD_OVER,
    /** The approval's last day had passed. */
    PROJECT_OVER,
    /** A second person had looked at the form, and it did not pass. */
    CHECK_FAILED,
    /** The form had been recorded by mistake. */
    RECORDED_BY_MISTAKE
}
