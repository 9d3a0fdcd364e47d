package no.tillit.retention;

import java.util.Arrays;
import java.util.Locale;

/**
 * The kinds of record that a schedule can cover: a type of document, another record, or a group of fields.
 *
 * <p>A document's versions, its text and its previews are parts of it and share its date; they are no kinds of their own.
 */
public enum RecordKind {
    /** The participant's own row: pseudonym, sample, legal basis. */
    PARTICIPANT("participant", false),
    /** The fields of the contact register, which links the pseudonym to a person. */
    CONTACT("contact", false),
    /** What a participant has signed and taken back. */
    CONSENT("consent", false),
    INTERVIEW("interview", false),
    AUDIO_RECORDING("document", false),
    TRANSCRIPT("document", false),
    /** What one person said in a transcript that was divided by speaker. */
    SPOKEN_PART("spoken-part", false),
    /** A scanned form, and a file of scans that waits or was refused. */
    SCAN("scan", false),
    INTERVIEW_NOTES("document", false),
    CONSENT_EVIDENCE("document", false),
    RELEASE_PLAN("document", true),
    CASE_DOCUMENT("document", true),
    CASE_DECISION("document", true);

    private final String step;
    private final boolean caseRecord;

    RecordKind(String step, boolean caseRecord) {
        this.step = step;
        this.caseRecord = caseRecord;
    }

    /** The kind by which deletion knows it. */
    public String step() {
        return step;
    }

    /** Whether it is a public body's case record, which archive law may preserve (O-22). */
    public boolean isCaseRecord() {
        return caseRecord;
    }

    /** The name in addresses and JSON, in kebab case. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether there is a kind with this constant's name. */
    public static boolean isKnown(String name) {
        return Arrays.stream(values()).anyMatch(kind -> kind.name().equals(name));
    }
}
