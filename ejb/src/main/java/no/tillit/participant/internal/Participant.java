package no.tillit.participant.internal;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.BlockReason;
import no.tillit.participant.ParticipantDetails;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.ParticipantSummary;
import no.tillit.participant.Pseudonym;
import no.tillit.project.ApprovedSample;
import no.tillit.project.LegalBasis;
import no.tillit.retention.Fate;
import org.jspecify.annotations.Nullable;

/**
 * A participant is active until blocked, and blocked until erased. Erasing ({@link ParticipantRecords#erase}) leaves the id, the
 * project and the moment: a tombstone by which a restored backup is recognised.
 */
@Entity
@Table(name = "participant")
public class Participant {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "project_id")
    private UUID project;

    @Column(name = "pseudonym")
    private @Nullable String pseudonym;

    @Column(name = "sample_id")
    private @Nullable UUID sample;

    @Column(name = "legal_basis")
    @Enumerated(EnumType.STRING)
    private @Nullable LegalBasis legalBasis;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    private ParticipantState state;

    @Column(name = "blocked_at")
    private @Nullable Instant blockedAt;

    @Column(name = "block_reason")
    @Enumerated(EnumType.STRING)
    private @Nullable BlockReason blockReason;

    @Column(name = "registered_at")
    private @Nullable Instant registeredAt;

    @Column(name = "registered_by")
    private @Nullable String registeredBy;

    @SuppressWarnings("NullAway.Init")
    protected Participant() {}

    public Participant(
            ParticipantId id, ProjectId project, Pseudonym pseudonym, ApprovedSample sample, Instant at, String by) {
        this.id = id.value();
        this.project = project.value();
        this.pseudonym = pseudonym.value();
        this.sample = sample.id();
        this.legalBasis = sample.legalBasis();
        this.state = ParticipantState.ACTIVE;
        this.registeredAt = at;
        this.registeredBy = by;
    }

    public ParticipantState state() {
        return state;
    }

    /** Whether it changed anything: the first reason stands, and what is erased stays erased. */
    public boolean block(BlockReason reason, Instant at) {
        if (state != ParticipantState.ACTIVE) {
            return false;
        }
        state = ParticipantState.BLOCKED;
        blockReason = reason;
        blockedAt = at;
        return true;
    }

    public ParticipantRef toRef() {
        return new ParticipantRef(
                new ParticipantId(id),
                new ProjectId(project),
                new Pseudonym(requireNonNull(pseudonym)),
                requireNonNull(sample),
                requireNonNull(legalBasis),
                state);
    }

    public ParticipantSummary toSummary() {
        return new ParticipantSummary(
                new ParticipantId(id),
                new ProjectId(project),
                new Pseudonym(requireNonNull(pseudonym)),
                requireNonNull(sample),
                requireNonNull(legalBasis),
                state,
                requireNonNull(registeredAt));
    }

    public ParticipantDetails toDetails(boolean hasContact, @Nullable Fate fate, @Nullable Fate contactFate) {
        return new ParticipantDetails(
                new ParticipantId(id),
                new ProjectId(project),
                new Pseudonym(requireNonNull(pseudonym)),
                requireNonNull(sample),
                requireNonNull(legalBasis),
                state,
                blockedAt,
                blockReason,
                requireNonNull(registeredAt),
                requireNonNull(registeredBy),
                hasContact,
                fate,
                contactFate);
    }
}
