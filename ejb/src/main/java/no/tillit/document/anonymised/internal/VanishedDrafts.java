package no.tillit.document.anonymised.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.tillit.document.anonymised.MaterialId;
import no.tillit.document.anonymised.VanishedDraft;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;

/** Drafts that went with somebody's data, as long as who began them is told of it. */
@ApplicationScoped
public class VanishedDrafts {
    private static final Duration TOLD = Duration.ofDays(30);
    private static final int MOST = 20;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** In the transaction that closes or removes it; the first reason stands. Older ones, which nobody is told of any more, go. */
    void add(Material draft) {
        entities.createNativeQuery("DELETE FROM vanished_draft WHERE project_id = :project AND gone_at < :limit")
                .setParameter("project", draft.project().value())
                .setParameter("limit", clock.now().minus(TOLD))
                .executeUpdate();
        entities.createNativeQuery("""
                        INSERT INTO vanished_draft (material_id, project_id, begun_by, put_forward_at, gone_at)
                        VALUES (:id, :project, :by, :began, :gone) ON CONFLICT DO NOTHING""")
                .setParameter("id", draft.id().value())
                .setParameter("project", draft.project().value())
                .setParameter("by", draft.putForwardBy())
                .setParameter("began", draft.putForwardAt())
                .setParameter("gone", clock.now())
                .executeUpdate();
    }

    /** Those of this person in the last thirty days, newest first, at most twenty. */
    public List<VanishedDraft> of(ProjectId project, String username) {
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT material_id, put_forward_at, gone_at FROM vanished_draft
                        WHERE project_id = :project AND begun_by = :username AND gone_at >= :limit
                        ORDER BY gone_at DESC, material_id""", Object[].class)
                .setParameter("project", project.value())
                .setParameter("username", username)
                .setParameter("limit", clock.now().minus(TOLD))
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new VanishedDraft(new MaterialId((UUID) row[0]), (Instant) row[1], (Instant) row[2]))
                .toList();
    }
}
