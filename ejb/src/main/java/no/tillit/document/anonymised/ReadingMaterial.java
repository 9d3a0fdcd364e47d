package no.tillit.document.anonymised;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.document.anonymised.internal.Material;
import no.tillit.document.anonymised.internal.Materials;
import no.tillit.kernel.NotFound;
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
    private AuditLog audit;

    /** All of a project's material, newest first. */
    public List<MaterialSummary> of(ProjectId project) {
        Permit permit = access.require(Action.LIST_MATERIAL, project);
        audit.recordNow(permit.entry());
        return materials.of(project).stream().map(Material::toSummary).toList();
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
}
