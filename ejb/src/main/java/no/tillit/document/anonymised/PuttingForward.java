package no.tillit.document.anonymised;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.RecordState;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentState;
import no.tillit.document.anonymised.internal.Material;
import no.tillit.document.anonymised.internal.Materials;
import no.tillit.document.internal.Document;
import no.tillit.document.internal.Documents;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.keys.SubjectKeys;
import no.tillit.participant.Participants;

/**
 * Somebody says that nobody can be recognised in a piece of material, and what they did for it. Until a second person agrees it is
 * personal data of everybody it was made from.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.PROJECT_LEAD})
public class PuttingForward {
    @Inject
    private Access access;

    @Inject
    private Materials materials;

    @Inject
    private Documents documents;

    @Inject
    private Participants participants;

    @Inject
    private SubjectKeys keys;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Begins it; its file comes with {@link AttachingMaterial}.
     *
     * @throws NotFound when the caller may not, or a document it was made from is not of this project
     * @throws Conflict with code {@code source-closed} when somebody it was made from has withdrawn or is to be erased
     * @throws no.tillit.kernel.InvalidInput with code {@code checks-missing}
     */
    public MaterialSummary begin(NewMaterial wanted) {
        Permit permit = access.require(Action.PUT_FORWARD_MATERIAL, wanted.project());
        AnonymityCheck.requireAll(wanted.checks());
        Set<ParticipantId> from = new LinkedHashSet<>();
        wanted.madeFrom().forEach(id -> from.addAll(about(id, wanted.project())));
        MaterialId id = MaterialId.random();
        var material =
                new Material(id, wanted.project(), wanted.madeFrom().isEmpty(), from, clock.now(), permit.username());
        keys.provision(id.keyOwner());
        materials.add(material);
        audit.record(permit.entry().on("anonymised-material", id.value()));
        return material.toSummary();
    }

    private List<ParticipantId> about(DocumentId id, ProjectId project) {
        Document document = documents
                .find(id)
                .filter(found -> found.project().equals(project))
                .filter(found -> found.type().attachedTo() != AttachedTo.MATERIAL)
                .orElseThrow(NotFound::new);
        if (document.state() != DocumentState.AVAILABLE
                || participants.stateForUse(document.about()) != RecordState.OPEN) {
            throw new Conflict(
                    "source-closed",
                    "A document it was made from is closed, since somebody it is about has withdrawn or is to be erased.");
        }
        return document.about();
    }
}
