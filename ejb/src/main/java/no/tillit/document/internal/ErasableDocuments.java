package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.document.DocumentType;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/** What an erasure has to know of documents: what there is and how much, never what it says. */
@ApplicationScoped
class ErasableDocuments {
    private static final int AT_ONCE = 200;

    @PersistenceContext
    private EntityManager entities;

    /**
     * @param subject the only one whose key it takes, a participant or the project; null when several do
     * @param shares how many keys it takes
     */
    record Line(
            UUID id,
            DocumentType type,
            long originalBytes,
            @Nullable Long textBytes,
            byte[] sha256,
            long shares,
            @Nullable UUID subject) {}

    /** Documents of these kinds, all of a project's or those about one person, in order of id; read as they are asked for. */
    Stream<Line> in(ProjectId project, @Nullable ParticipantId participant, Collection<DocumentType> types) {
        var query = entities.createQuery("""
                        SELECT d.id, d.type, d.original.storedLength, d.text.storedLength, d.original.sha256,
                               (SELECT COUNT(s) FROM Document e JOIN e.shares s WHERE e = d)
                        FROM Document d WHERE d.project = :project AND d.type IN :types""" + aboutClause(participant) + " ORDER BY d.id", Object[].class)
                .setParameter("project", project.value())
                .setParameter("types", types)
                .setHint("org.hibernate.fetchSize", AT_ONCE);
        if (participant != null) {
            query.setParameter("participant", participant.value());
        }
        return query.getResultStream().map(this::line);
    }

    /** How many rows there still are, asked of the tables themselves. */
    long count(ProjectId project, @Nullable ParticipantId participant, Collection<DocumentType> types) {
        List<String> names = types.stream().map(Enum::name).toList();
        var query = participant == null
                ? entities.createNativeQuery(
                                "SELECT count(*) FROM document WHERE project_id = :owner AND type IN (:types)",
                                Long.class)
                        .setParameter("owner", project.value())
                : entities.createNativeQuery("""
                                SELECT count(*) FROM document_share s JOIN document d ON d.id = s.document_id
                                WHERE s.subject_id = :owner AND d.type IN (:types)""", Long.class).setParameter("owner", participant.value());
        return ((Number) query.setParameter("types", names).getSingleResult()).longValue();
    }

    private static String aboutClause(@Nullable ParticipantId participant) {
        return participant == null ? "" : " AND EXISTS (SELECT 1 FROM d.shares s WHERE s.subject = :participant)";
    }

    private Line line(Object[] row) {
        UUID id = (UUID) row[0];
        long shares = (Long) row[5];
        return new Line(
                id,
                (DocumentType) row[1],
                (Long) row[2],
                (Long) row[3],
                (byte[]) row[4],
                shares,
                shares == 1 ? onlySubject(id) : null);
    }

    private UUID onlySubject(UUID document) {
        return entities.createQuery(
                        "SELECT s.subject FROM Document d JOIN d.shares s WHERE d.id = :document", UUID.class)
                .setParameter("document", document)
                .getSingleResult();
    }
}
