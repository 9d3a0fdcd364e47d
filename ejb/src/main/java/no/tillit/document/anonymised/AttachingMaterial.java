package no.tillit.document.anonymised;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Role;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentTarget;
import no.tillit.document.DocumentType;
import no.tillit.document.IncomingFile;
import no.tillit.document.ReceivingDocument;
import no.tillit.document.anonymised.internal.Materials;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;

/** The file of material that was put forward; one that still points to a participant is not kept. */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.PROJECT_LEAD})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachingMaterial {
    @Inject
    private ReceivingDocument receiving;

    @Inject
    private Materials materials;

    @Inject
    private Clock clock;

    /**
     * As {@link ReceivingDocument#receive}.
     *
     * @throws StillPersonal when a program finds somebody in it; the file is not kept then
     * @throws no.tillit.kernel.Conflict with code {@code material-has-file} when it has its file already
     */
    public DocumentSummary attach(MaterialId id, IncomingFile file, Purpose purpose) {
        return receiving.receive(() -> target(id), DocumentType.ANONYMISED_MATERIAL, file, purpose);
    }

    private DocumentTarget target(MaterialId id) {
        var material = materials.hold(id).orElseThrow(NotFound::new);
        return new DocumentTarget(AttachedTo.MATERIAL, id.value(), material.project(), List.of(), clock.today());
    }
}
