package no.tillit.retention;

import java.util.Arrays;

/**
 * Why a record stays or goes, with the law or decision it rests on.
 *
 * <p>The code is stable: the database keeps it, the API answers with it, the pages translate by it.
 */
public enum RetentionReason {
    /** The approval still covers the processing. */
    PROCESSING_PERMITTED("processing-permitted", "GDPR Art 5(1)(e)"),
    /** The approval's last day has passed (O-09). */
    PROCESSING_ENDED("processing-ended", "GDPR Art 5(1)(e)"),
    /** The participant took back the consent that the record rests on (O-06). */
    CONSENT_WITHDRAWN("consent-withdrawn", "GDPR Art 7(3), Art 17(1)(b)"),
    /** The privacy officer found that the record is no longer needed, or the participant asked for its erasure. */
    ERASURE_REQUESTED("erasure-requested", "GDPR Art 17(1)(a)"),
    /** A public body's case record, which only the archive's own rules may dispose of (O-22). */
    BOUND_BY_ARCHIVE_LAW("bound-by-archive-law", "GDPR Art 17(3)(d), arkivlova"),
    /** A schedule's period is over. */
    SCHEDULE_DUE("schedule-due", "GDPR Art 5(1)(e), the project's retention schedule"),
    /** A schedule asks that somebody looks whether the record is still needed. */
    REVIEW_DUE("review-due", "GDPR Art 5(1)(e), the project's retention schedule"),
    /** A schedule says that archive law preserves records of this kind (O-22). */
    PRESERVED_BY_SCHEDULE("preserved-by-schedule", "GDPR Art 17(3)(d), arkivlova"),
    /** A second person found that it is about nobody any more: it is no personal data (O-09). */
    ANONYMISED("anonymised", "GDPR recital 26"),
    /** A dispute or an inspection needs the record as it is. */
    LEGAL_CLAIM("legal-claim", "GDPR Art 17(3)(e)");

    private final String code;
    private final String authority;

    RetentionReason(String code, String authority) {
        this.code = code;
        this.authority = authority;
    }

    public String code() {
        return code;
    }

    /** The law or decision it rests on, in citation form. */
    public String authority() {
        return authority;
    }

    /** @throws IllegalArgumentException when no reason has this code */
    public static RetentionReason withCode(String code) {
        return Arrays.stream(values())
                .filter(r -> r.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No retention reason " + code));
    }
}
