package no.tillit.access;

/** What can be done; {@link AccessTable} says by whom, where and for which purposes. */
public enum Action {
    REGISTER_PROJECT("project.registered"),
    READ_PROJECT("project.read"),
    MOVE_END("project.end-moved"),
    MANAGE_MEMBERS("member.changed"),
    REGISTER_PARTICIPANT("participant.registered"),
    READ_PARTICIPANT("participant.read"),
    READ_CONTACT("contact.read"),
    WRITE_CONTACT("contact.changed"),
    RECORD_CONSENT("consent.recorded"),
    READ_CONSENT("consent.read"),
    READ_CAPTURE("consent.read"),
    WITHDRAW_CONSENT("consent.withdrawn"),
    REVOKE_CONSENT("consent.revoked"),
    NOTIFY_RECIPIENT("consent.recipient-notified"),
    INVALIDATE_CONSENT("consent.invalidated"),
    CHECK_CONSENT("consent.checked"),
    EXPORT_CONSENTS("consent.exported"),
    READ_TEMPLATE("consent-template.read"),
    START_TEMPLATE("consent-template.edited"),
    EDIT_TEMPLATE("consent-template.edited"),
    PUBLISH_TEMPLATE("consent-template.published"),
    PRINT_CONSENT("consent-form.printed"),
    CREATE_INTERVIEW("interview.created"),
    READ_INTERVIEW("interview.read"),
    DIVIDE_TRANSCRIPT("transcript.divided"),
    READ_TRANSCRIPT("transcript.read"),
    ATTACH_CONSENT_EVIDENCE("consent.evidence-attached"),
    READ_CONSENT_EVIDENCE("consent.evidence-read"),
    UPLOAD_SCAN("scan.received"),
    READ_SCAN("scan.read"),
    READ_SCANNED_FORM("scan.read"),
    MATCH_SCAN("scan.matched"),
    DISCARD_SCAN("scan.discarded"),
    ATTACH_RESEARCH_DOCUMENT("document.received"),
    READ_RESEARCH_CONTENT("document.content-read"),
    ATTACH_CASE_DOCUMENT("document.received"),
    READ_CASE_CONTENT("document.content-read"),
    PUT_FORWARD_MATERIAL("anonymised.put-forward"),
    LIST_MATERIAL("anonymised.listed"),
    READ_MATERIAL("document.content-read"),
    DECIDE_MATERIAL("anonymised.decided"),
    LIST_DOCUMENTS("document.listed"),
    READ_DOCUMENT("document.read"),
    PROPOSE_DELETION("deletion-job.proposed"),
    DECIDE_DELETION("deletion-job.decided"),
    STOP_DELETION("deletion-job.stopped"),
    READ_DELETION("deletion-job.read"),
    READ_RETENTION("retention.read"),
    EDIT_SCHEDULE("retention-schedule.changed"),
    NOTE_EVENT("retention-event.noted"),
    REPORT_TO_SIKT("report.made"),
    READ_HOLD("hold.read"),
    MANAGE_HOLDS("hold.placed"),
    RELEASE_HOLD("hold.released"),
    REVIEW_RETENTION("retention.reviewed"),
    READ_AUDIT("audit.read"),
    READ_AUDIT_DETAILS("audit.details-read"),
    READ_CHECKPOINT("audit.checkpoint-read"),
    SEAL_AUDIT("audit.sealed"),
    CHECK_AUDIT("audit.checked"),
    EXPORT_AUDIT("audit.exported"),
    ACKNOWLEDGE_RESTORE("audit.restore-acknowledged"),
    RUN_JOB("job.run");

    private final String auditName;

    Action(String auditName) {
        this.auditName = auditName;
    }

    /** The name under which the audit log keeps it. */
    public String auditName() {
        return auditName;
    }
}
