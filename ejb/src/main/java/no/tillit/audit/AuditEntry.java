package no.tillit.audit;

import java.util.Objects;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * One thing somebody did or tried: ids and codes only, no personal data of a participant but in the details.
 *
 * @param actor user name, or {@code system}
 * @param role the role that the access decision rested on; the roles held when it was refused
 * @param action past participle with its feature in front, e.g. {@code document.read}
 * @param reason code of the refusal, null when allowed
 * @param details words about the person, or about the project when it is about nobody; hashed as ciphertext under a key of
 *     theirs, and readable by few while that key lives
 */
public record AuditEntry(
        String actor,
        String role,
        @Nullable Purpose purpose,
        String action,
        @Nullable ProjectId project,
        @Nullable ParticipantId participant,
        @Nullable String recordType,
        @Nullable UUID record,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String details) {
    public AuditEntry {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Without details. */
    public AuditEntry(
            String actor,
            String role,
            @Nullable Purpose purpose,
            String action,
            @Nullable ProjectId project,
            @Nullable ParticipantId participant,
            @Nullable String recordType,
            @Nullable UUID record,
            Outcome outcome,
            @Nullable String reason) {
        this(actor, role, purpose, action, project, participant, recordType, record, outcome, reason, null);
    }

    /** The same entry in a project. */
    public AuditEntry in(ProjectId somewhere) {
        return new AuditEntry(
                actor, role, purpose, action, somewhere, participant, recordType, record, outcome, reason, details);
    }

    /** The same entry with the name of another action, where one permit covers several. */
    public AuditEntry named(String other) {
        return new AuditEntry(
                actor, role, purpose, other, project, participant, recordType, record, outcome, reason, details);
    }

    /** The same entry about a participant; null when it is about none in particular. */
    public AuditEntry about(@Nullable ParticipantId someone) {
        return new AuditEntry(
                actor, role, purpose, action, project, someone, recordType, record, outcome, reason, details);
    }

    /** The same entry about a record, e.g. {@code ("document", id)}. */
    public AuditEntry on(String type, UUID id) {
        return new AuditEntry(actor, role, purpose, action, project, participant, type, id, outcome, reason, details);
    }

    /** The same attempt, refused for the reason with this code. */
    public AuditEntry refused(String code) {
        return new AuditEntry(
                actor, role, purpose, action, project, participant, recordType, record, Outcome.REFUSED, code, details);
    }

    /** The same entry, with what somebody said about it. */
    public AuditEntry withDetails(String words) {
        return new AuditEntry(
                actor, role, purpose, action, project, participant, recordType, record, outcome, reason, words);
    }

    @Override
    public String toString() {
        return "AuditEntry[" + actor + " " + action + " " + outcome + " " + recordType + " " + record + "]";
    }
}
