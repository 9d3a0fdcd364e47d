package no.tillit.document.anonymised;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.RecordState;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.document.anonymised.internal.Drafts;
import no.tillit.document.anonymised.internal.Material;
import no.tillit.document.anonymised.internal.Materials;
import no.tillit.document.anonymised.internal.Openings;
import no.tillit.document.anonymised.internal.VanishedDrafts;
import no.tillit.document.anonymised.internal.WaitingMaterial;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;

/** What was put forward and released in a project; also after its end. What it says is read as any document is. */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER, Role.Names.AUDITOR})
public class ReadingMaterial {
    @Inject
    private Access access;

    @Inject
    private Materials materials;

    @Inject
    private Openings openings;

    @Inject
    private Drafts drafts;

    @Inject
    private WaitingMaterial waiting;

    @Inject
    private VanishedDrafts vanished;

    @Inject
    private AuditLog audit;

    /** All of a project's material, newest first. */
    public List<MaterialSummary> of(ProjectId project) {
        Permit permit = access.require(Action.LIST_MATERIAL, project);
        audit.recordNow(permit.entry());
        return materials.of(project).stream().map(Material::toSummary).toList();
    }

    /** What waits for the caller, and which of their drafts are gone. */
    public MaterialNews news(ProjectId project, PageRequest request) {
        Permit permit = access.require(Action.LIST_MATERIAL, project);
        audit.recordNow(permit.entry());
        return new MaterialNews(
                access.may(Action.DECIDE_MATERIAL, project, RecordState.OPEN)
                        ? waiting.page(project, permit.username(), request)
                        : new Page<>(List.of(), request.page(), request.size(), 0),
                vanished.of(project, permit.username()));
    }

    /**
     * One piece.
     *
     * @throws NotFound when it is absent or hidden
     */
    public MaterialSummary open(MaterialId id) {
        Material material = materials.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.LIST_MATERIAL, material.project());
        audit.recordNow(permit.entry().on("anonymised-material", id.value()));
        return material.toSummary();
    }

    /**
     * What stands between the caller and its release, besides what only the release itself can find.
     *
     * @throws NotFound when it is absent or hidden
     */
    public Readiness readiness(MaterialId id) {
        Material material = materials.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.LIST_MATERIAL, material.project());
        if (drafts.standing(material) != RecordState.OPEN) {
            return Readiness.CLOSED;
        }
        return openings.has(material, permit.username()) ? Readiness.READY : Readiness.UNREAD;
    }
}
