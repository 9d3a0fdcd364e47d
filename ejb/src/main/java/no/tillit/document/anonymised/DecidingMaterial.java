package no.tillit.document.anonymised;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.RecordState;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.document.anonymised.internal.Drafts;
import no.tillit.document.anonymised.internal.LookingThrough;
import no.tillit.document.anonymised.internal.Material;
import no.tillit.document.anonymised.internal.Materials;
import no.tillit.document.anonymised.internal.Openings;
import no.tillit.document.internal.WholeText;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Refusal;
import no.tillit.keys.SubjectKeys;

/**
 * Material is released as anonymous by somebody who neither put it forward nor sent its file, who has opened the file, and only when
 * nothing in it points to a participant. From then on nothing says from whom it was made, and no withdrawal reaches it (GDPR recital 26; O-09).
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.PROJECT_LEAD})
public class DecidingMaterial {
    @Inject
    private Access access;

    @Inject
    private Materials materials;

    @Inject
    private Drafts drafts;

    @Inject
    private Openings openings;

    @Inject
    private LookingThrough looking;

    @Inject
    private WholeText texts;

    @Inject
    private SubjectKeys keys;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * @param done what the second person has looked for
     * @throws NotFound when the caller may not see it
     * @throws Conflict with code {@code material-second-person}, {@code material-not-waiting}, {@code material-not-opened} or
     *     {@code source-closed}
     * @throws StillPersonal when something in it points to a participant
     * @throws InvalidInput with code {@code checks-missing}
     */
    public MaterialSummary release(MaterialId id, Set<AnonymityCheck> done) {
        Permit permit = permit(id);
        drafts.keepSourcesStill(id);
        Material material = materials.hold(id).orElseThrow(NotFound::new);
        AuditEntry entry = permit.entry().on("anonymised-material", id.value());
        try {
            AnonymityCheck.requireAll(done);
            material.requireSecondPerson(permit.username(), drafts.senderOf(material));
            if (drafts.standing(material) != RecordState.OPEN) {
                throw new Conflict(
                        "source-closed",
                        "Somebody it was made from has withdrawn or is to be erased, so this draft goes with them.");
            }
            openings.require(material, permit.username());
            looking.through(
                    material,
                    texts.of(Objects.requireNonNull(material.toSummary().document())));
        } catch (Refusal refusal) {
            audit.recordNow(entry.refused(refusal.code()));
            throw refusal;
        }
        material.release(clock.now(), permit.username());
        openings.forgetOthers(material, permit.username());
        drafts.open(material);
        audit.record(entry);
        return material.toSummary();
    }

    /**
     * Refuses it; its file is erased at once.
     *
     * @param failed what was not done; at least one
     * @throws Conflict as in {@link #release}
     */
    public MaterialSummary refuse(MaterialId id, Set<AnonymityCheck> failed) {
        Permit permit = permit(id);
        if (failed.isEmpty()) {
            throw new InvalidInput("missing", "failed", "Say what was not done.");
        }
        Material material = materials.hold(id).orElseThrow(NotFound::new);
        material.requireSecondPerson(permit.username(), drafts.senderOf(material));
        material.refuse(failed, clock.now(), permit.username());
        openings.forgetOthers(material, permit.username());
        keys.destroyAll(List.of(id.keyOwner()));
        drafts.removeFile(material);
        audit.record(permit.entry().on("anonymised-material", id.value()).refused("still-personal"));
        return material.toSummary();
    }

    private Permit permit(MaterialId id) {
        Material seen = materials.find(id).orElseThrow(NotFound::new);
        return access.require(Action.DECIDE_MATERIAL, seen.project());
    }
}
