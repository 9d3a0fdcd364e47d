package no.tillit.document.anonymised.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.document.DocumentId;
import no.tillit.document.anonymised.AnonymityCheck;
import no.tillit.document.anonymised.MaterialId;
import no.tillit.document.anonymised.MaterialState;
import no.tillit.document.anonymised.MaterialSummary;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/** Knows from whom it was made exactly as long as it is a draft. */
@Entity
@Table(name = "anonymised_material")
public class Material {
    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID project;

    @Enumerated(EnumType.STRING)
    private MaterialState state;

    @Column(name = "document_id")
    private @Nullable UUID document;

    @Column(name = "from_everyone")
    private boolean fromEveryone;

    @Column(name = "put_forward_by")
    private String putForwardBy;

    @Column(name = "put_forward_at")
    private Instant putForwardAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private String failed;

    @ElementCollection
    @CollectionTable(name = "anonymised_source", joinColumns = @JoinColumn(name = "material_id"))
    @Column(name = "participant_id")
    private Set<UUID> sources = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Material() {}

    /** @param from everybody it was made from, as far as they are named */
    public Material(
            MaterialId id,
            ProjectId project,
            boolean fromEveryone,
            Collection<ParticipantId> from,
            Instant at,
            String by) {
        this.id = id.value();
        this.project = project.value();
        this.state = MaterialState.BEGUN;
        this.fromEveryone = fromEveryone;
        this.putForwardBy = by;
        this.putForwardAt = at;
        this.failed = "";
        from.forEach(someone -> sources.add(someone.value()));
    }

    public MaterialId id() {
        return new MaterialId(id);
    }

    public ProjectId project() {
        return new ProjectId(project);
    }

    public MaterialState state() {
        return state;
    }

    @Nullable
    DocumentId document() {
        return document == null ? null : new DocumentId(document);
    }

    String putForwardBy() {
        return putForwardBy;
    }

    Instant putForwardAt() {
        return putForwardAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    Set<ParticipantId> sources() {
        return sources.stream().map(ParticipantId::new).collect(Collectors.toSet());
    }

    void fileReceived(DocumentId received) {
        if (state != MaterialState.BEGUN) {
            throw new Conflict(
                    "material-has-file", "This material has its file already. Put another forward by itself.");
        }
        document = received.value();
        state = MaterialState.PUT_FORWARD;
    }

    /** The file was not one that could wait: another may be sent. */
    void fileRemoved() {
        document = null;
        if (state == MaterialState.PUT_FORWARD) {
            state = MaterialState.BEGUN;
        }
    }

    /**
     * That it waits for a decision, and this person may take it.
     *
     * @param sender who sent the file
     */
    public void requireSecondPerson(String username, @Nullable String sender) {
        if (state != MaterialState.PUT_FORWARD) {
            throw new Conflict("material-not-waiting", "This material does not wait for anybody's decision.");
        }
        if (username.equals(putForwardBy) || username.equals(sender)) {
            throw new Conflict(
                    "material-second-person",
                    "Somebody who has not worked on it must decide. Ask another member of the project.");
        }
    }

    /** From now on nothing says from whom it was made. */
    public void release(Instant at, String by) {
        decide(MaterialState.RELEASED, at, by);
    }

    /** @param missing what the second person did not find done */
    public void refuse(Set<AnonymityCheck> missing, Instant at, String by) {
        decide(MaterialState.REFUSED, at, by);
        failed = missing.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private void decide(MaterialState decision, Instant at, String by) {
        state = decision;
        decidedAt = at;
        decidedBy = by;
        sources.clear();
    }

    /** As members see it. */
    public MaterialSummary toSummary() {
        return new MaterialSummary(
                id(),
                project(),
                state,
                document(),
                fromEveryone,
                sources.size(),
                putForwardBy,
                putForwardAt,
                decidedBy,
                decidedAt,
                failedChecks());
    }

    private Set<AnonymityCheck> failedChecks() {
        Set<AnonymityCheck> checks = EnumSet.noneOf(AnonymityCheck.class);
        Arrays.stream(failed.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(AnonymityCheck::valueOf)
                .forEach(checks::add);
        return checks;
    }
}
