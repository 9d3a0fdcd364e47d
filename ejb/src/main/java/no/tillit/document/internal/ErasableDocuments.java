package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentType;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.storage.BlobId;
import org.jspecify.annotations.Nullable;

/** What an erasure has to know of documents: what there is and how much, never what it says. */
@ApplicationScoped
class ErasableDocuments {
    private static final int AT_ONCE = 200;
    private static final String ABOUT = """
            SELECT count(*) FROM document_share s JOIN document d ON d.id = s.document_id
            WHERE s.subject_id = :owner AND d.type IN (:types)""";

    private static final String LOCK = """
            SELECT b FROM (SELECT original_blob, text_blob FROM document WHERE id = ANY (?) ORDER BY id FOR UPDATE) d
            CROSS JOIN LATERAL unnest(ARRAY[d.original_blob, d.text_blob]) b WHERE b IS NOT NULL""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Rows rows;

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

    /**
     * Documents of these kinds that the scope covers, in order of id; read as they are asked for. When only some items were
     * withdrawn, these are the ones that were closed for it: what is open rests on a newer consent.
     */
    Stream<Line> in(ErasureScope scope, Collection<DocumentType> types) {
        ParticipantId participant = scope.participant();
        var query = entities.createQuery(
                        """
                        SELECT d.id, d.type, d.original.storedLength, d.text.storedLength, d.original.sha256,
                               (SELECT COUNT(s) FROM Document e JOIN e.shares s WHERE e = d),
                               (SELECT MIN(CAST(s.subject AS String)) FROM Document e JOIN e.shares s WHERE e = d)
                        FROM Document d WHERE d.project = :project AND d.type IN :types""" + aboutClause(participant) + closedClause(scope) + " ORDER BY d.id", Object[].class)
                .setParameter("project", scope.project().value())
                .setParameter("types", types)
                .setHint("org.hibernate.fetchSize", AT_ONCE);
        if (participant != null) {
            query.setParameter("participant", participant.value());
        }
        if (!scope.isWhole()) {
            query.setParameter("restricted", DocumentState.RESTRICTED).setParameter("since", scope.since());
        }
        return query.getResultStream().map(this::line);
    }

    /** These documents of the project, in order of id, looked up by their ids. */
    List<Line> among(ErasureScope scope, Collection<UUID> ids) {
        List<UUID> all = List.copyOf(ids);
        List<Line> lines = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            entities.createQuery("""
                            SELECT d.id, d.type, d.original.storedLength, d.text.storedLength, d.original.sha256,
                                   (SELECT COUNT(s) FROM Document e JOIN e.shares s WHERE e = d),
                                   (SELECT MIN(CAST(s.subject AS String)) FROM Document e JOIN e.shares s WHERE e = d)
                            FROM Document d WHERE d.project = :project AND d.id IN :ids ORDER BY d.id""", Object[].class)
                    .setParameter("project", scope.project().value())
                    .setParameter("ids", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .getResultList()
                    .forEach(row -> lines.add(line(row)));
        }
        return lines;
    }

    /** Where the content of these documents lies, and where it lay before it was encrypted anew; nobody moves it from here on. */
    List<BlobId> blobs(UUID... ids) {
        List<BlobId> blobs = new ArrayList<>(rows.list(LOCK, ErasableDocuments::blob, (Object) ids));
        blobs.addAll(rows.list(
                "SELECT blob FROM replaced_blob WHERE document_id = ANY (?)", ErasableDocuments::blob, (Object) ids));
        return blobs;
    }

    /** Those of these documents that there were. */
    List<UUID> remove(UUID... ids) {
        return rows.list(
                "DELETE FROM document WHERE id = ANY (?) RETURNING id", row -> row.getObject(1, UUID.class), (Object)
                        ids);
    }

    /** How many rows there still are in the scope, asked of the tables themselves. */
    long count(ErasureScope scope, Collection<DocumentType> types) {
        ParticipantId participant = scope.participant();
        if (participant == null) {
            return number(
                    entities.createNativeQuery(
                                    "SELECT count(*) FROM document WHERE project_id = :owner AND type IN (:types)",
                                    Long.class)
                            .setParameter("owner", scope.project().value()),
                    types);
        }
        return scope.isWhole()
                ? countAbout(participant, types)
                : number(
                        entities.createNativeQuery(
                                        ABOUT + " AND d.state = 'RESTRICTED' AND d.data_day <= :since", Long.class)
                                .setParameter("owner", participant.value())
                                .setParameter("since", scope.since()),
                        types);
    }

    /** About whom there is any of these kinds in the project. */
    Set<ParticipantId> peopleOf(ProjectId project, Collection<DocumentType> types) {
        return entities.createQuery(
                        "SELECT DISTINCT s.subject FROM Document d JOIN d.shares s WHERE d.project = :project AND d.type IN :types",
                        UUID.class)
                .setParameter("project", project.value())
                .setParameter("types", types)
                .getResultStream()
                .map(ParticipantId::new)
                .collect(Collectors.toSet());
    }

    /** How many rows there are about this person, asked of the tables themselves. */
    long countAbout(ParticipantId participant, Collection<DocumentType> types) {
        return number(entities.createNativeQuery(ABOUT, Long.class).setParameter("owner", participant.value()), types);
    }

    private static long number(Query query, Collection<DocumentType> types) {
        List<String> names = types.stream().map(Enum::name).toList();
        return ((Number) query.setParameter("types", names).getSingleResult()).longValue();
    }

    private static BlobId blob(ResultSet row) throws SQLException {
        return new BlobId(row.getObject(1, UUID.class));
    }

    private static String aboutClause(@Nullable ParticipantId participant) {
        return participant == null ? "" : " AND EXISTS (SELECT 1 FROM d.shares s WHERE s.subject = :participant)";
    }

    private static String closedClause(ErasureScope scope) {
        return scope.isWhole() ? "" : " AND d.state = :restricted AND d.day <= :since";
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
                shares == 1 ? UUID.fromString((String) row[6]) : null);
    }
}
