package no.tillit.kernel;

/** Why somebody touches personal data; every read, write and export names one (GDPR Art 5(1)(b), O-07). */
public enum Purpose {
    /** Interviews and their analysis, as the information letter describes them. */
    RESEARCH,
    /** Planning and following a person's way out of prison. */
    FOLLOW_UP,
    /** Running a project: its approval, members and participants' state, without content. */
    PROJECT_ADMINISTRATION,
    /** Retention, holds, deletion and their proof. */
    DATA_PROTECTION,
    /** Answering a data subject's request (GDPR Art 12 to 20). */
    RIGHTS_REQUEST,
    /** Reviewing the audit log. */
    AUDIT,
    /** Keys, backups, health. */
    OPERATION
}
