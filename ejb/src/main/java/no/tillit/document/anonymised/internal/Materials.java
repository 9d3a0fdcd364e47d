package no.tillit.document.anonymised.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.tillit.document.anonymised.MaterialId;
import no.tillit.document.anonymised.MaterialState;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;

/** The anonymised material of all projects, and what waits to become it. */
@ApplicationScoped
public class Materials {
    private static final List<MaterialState> DRAFTS = List.of(MaterialState.BEGUN, MaterialState.PUT_FORWARD);
    private static final String OF_DRAFTS = " FROM Material m WHERE m.project = :project AND m.state IN :drafts";
    /** What is made from everybody is made from those who were not erased yet. */
    private static final String OF_PERSON =
            " AND (m.fromEveryone = TRUE AND m.putForwardAt < :gone OR :person MEMBER OF m.sources)";

    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");
    private static final String UP_TO = " AND m.putForwardAt < :before";

    @PersistenceContext
    private EntityManager entities;

    public void add(Material material) {
        entities.persist(material);
        entities.flush();
    }

    public Optional<Material> find(MaterialId id) {
        return Optional.ofNullable(entities.find(Material.class, id.value()));
    }

    /** The material as it is now; until the transaction ends nobody else changes it. */
    public Optional<Material> hold(MaterialId id) {
        Material found = entities.find(Material.class, id.value());
        if (found != null) {
            entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        }
        return Optional.ofNullable(found);
    }

    /** All of a project's, newest first. */
    public List<Material> of(ProjectId project) {
        return entities.createQuery(
                        "FROM Material m WHERE m.project = :project ORDER BY m.putForwardAt DESC, m.id", Material.class)
                .setParameter("project", project.value())
                .getResultList();
    }

    /** Those of a project that were released, in order of id. */
    Stream<Material> released(ProjectId project) {
        return entities.createQuery(
                        "FROM Material m WHERE m.project = :project AND m.state = :released ORDER BY m.id",
                        Material.class)
                .setParameter("project", project.value())
                .setParameter("released", MaterialState.RELEASED)
                .getResultStream();
    }

    /** The drafts that the scope covers, in order of id. */
    Stream<Material> drafts(ErasureScope scope) {
        var query = entities.createQuery("SELECT m" + where(scope) + " ORDER BY m.id", Material.class)
                .setParameter("project", scope.project().value())
                .setParameter("drafts", DRAFTS);
        ParticipantId participant = scope.participant();
        if (participant != null) {
            query.setParameter("person", participant.value()).setParameter("gone", goneAt(participant));
        }
        if (!scope.isWhole()) {
            query.setParameter("before", after(scope));
        }
        return query.getResultStream();
    }

    private static String where(ErasureScope scope) {
        return OF_DRAFTS + (scope.participant() == null ? "" : OF_PERSON) + (scope.isWhole() ? "" : UP_TO);
    }

    private static Instant after(ErasureScope scope) {
        return scope.since().plusDays(1).atStartOfDay(Clock.ZONE).toInstant();
    }

    /** The drafts made from this person's data, put forward before this time. */
    List<Material> draftsOf(ProjectId project, ParticipantId participant, Instant before) {
        return entities.createQuery("SELECT m" + OF_DRAFTS + OF_PERSON + UP_TO, Material.class)
                .setParameter("project", project.value())
                .setParameter("drafts", DRAFTS)
                .setParameter("person", participant.value())
                .setParameter("gone", goneAt(participant))
                .setParameter("before", before)
                .getResultList();
    }

    /** How many drafts the scope still has; asked of the tables themselves. */
    long countDrafts(ErasureScope scope) {
        ParticipantId participant = scope.participant();
        String sql = "SELECT count(*) FROM anonymised_material m WHERE m.project_id = :project"
                + " AND m.state NOT IN ('RELEASED', 'REFUSED')";
        if (participant != null) {
            sql += " AND (m.from_everyone AND m.put_forward_at < :gone OR EXISTS (SELECT 1 FROM anonymised_source s"
                    + " WHERE s.material_id = m.id AND s.participant_id = :person))";
        }
        if (!scope.isWhole()) {
            sql += " AND m.put_forward_at < :before";
        }
        var query = entities.createNativeQuery(sql, Long.class)
                .setParameter("project", scope.project().value());
        if (participant != null) {
            query.setParameter("person", participant.value()).setParameter("gone", goneAt(participant));
        }
        if (!scope.isWhole()) {
            query.setParameter("before", after(scope));
        }
        return ((Number) query.getSingleResult()).longValue();
    }

    /** When the person was erased; a time that never comes for somebody who is not. */
    private Instant goneAt(ParticipantId participant) {
        List<Instant> erased = entities.createNativeQuery(
                        "SELECT erased_at FROM participant WHERE id = :id AND erased_at IS NOT NULL", Instant.class)
                .setParameter("id", participant.value())
                .getResultList();
        return erased.isEmpty() ? NEVER : erased.get(0);
    }

    /**
     * How much of what was released still leads to somebody: a source that is still named, a document that hangs on something else, a
     * key or a name that is a participant's or the project's. Asked of the tables themselves.
     */
    long leadingToSomebody(ProjectId project) {
        return ((Number) entities.createNativeQuery("""
                        SELECT count(*) FROM anonymised_material m JOIN document d ON d.id = m.document_id
                        WHERE m.project_id = :project AND m.state = 'RELEASED'
                        AND (EXISTS (SELECT 1 FROM anonymised_source s WHERE s.material_id = m.id)
                          OR d.type <> 'ANONYMISED_MATERIAL' OR d.attached_to <> m.id OR d.name_owner <> m.id
                          OR NOT EXISTS (SELECT 1 FROM document_share s WHERE s.document_id = d.id)
                          OR EXISTS (SELECT 1 FROM document_share s WHERE s.document_id = d.id
                                     AND (s.subject_id <> m.id OR s.pseudonym IS NOT NULL)))""", Long.class)
                        .setParameter("project", project.value())
                        .getSingleResult())
                .longValue();
    }

    void remove(Material material) {
        entities.remove(material);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }
}
