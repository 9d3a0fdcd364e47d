package no.tillit.document.anonymised.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import no.tillit.document.anonymised.MaterialSummary;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;

/** What waits for a second person: not for who has worked on it, and not what goes with somebody's data. */
@ApplicationScoped
public class WaitingMaterial {
    private static final String FOR = """
            FROM anonymised_material m JOIN document d ON d.id = m.document_id
            WHERE m.project_id = :project AND m.state = 'PUT_FORWARD' AND d.state = 'PUT_FORWARD'
              AND m.put_forward_by <> :username AND d.received_by <> :username
              AND NOT EXISTS (SELECT 1 FROM anonymised_source s JOIN participant p ON p.id = s.participant_id
                              WHERE s.material_id = m.id AND p.state <> 'ACTIVE')""";

    @PersistenceContext
    private EntityManager entities;

    /** What this person may decide about, oldest first. */
    public Page<MaterialSummary> page(ProjectId project, String username, PageRequest request) {
        long total = ((Number)
                        about(entities.createNativeQuery("SELECT count(*) " + FOR, Long.class), project, username)
                                .getSingleResult())
                .longValue();
        return new Page<>(
                total == 0 ? List.of() : items(project, username, request), request.page(), request.size(), total);
    }

    private List<MaterialSummary> items(ProjectId project, String username, PageRequest request) {
        Query select =
                entities.createNativeQuery("SELECT m.* " + FOR + " ORDER BY m.put_forward_at, m.id", Material.class);
        List<?> rows = about(select, project, username)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultList();
        return rows.stream().map(Material.class::cast).map(Material::toSummary).toList();
    }

    private static Query about(Query query, ProjectId project, String username) {
        return query.setParameter("project", project.value()).setParameter("username", username);
    }
}
