package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.tillit.document.DocumentFilter;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentSort;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentType;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.storage.BlobId;

/** The documents of all projects. */
@ApplicationScoped
public class Documents {
    @PersistenceContext
    private EntityManager entities;

    public void add(Document document) {
        entities.persist(document);
        entities.flush();
    }

    public Optional<Document> find(DocumentId id) {
        return Optional.ofNullable(entities.find(Document.class, id.value()));
    }

    /** The document that was received with this request before. */
    Optional<Document> byRequest(String requestKey) {
        return entities.createQuery("FROM Document d WHERE d.requestKey = :key", Document.class)
                .setParameter("key", requestKey)
                .getResultStream()
                .findFirst();
    }

    /** One page, filtered, sorted and cut by the database. */
    public Page<Document> page(ProjectId project, DocumentFilter filter, DocumentSort sort, PageRequest request) {
        Map<String, Object> values = new HashMap<>();
        String where = where(project, filter, values);
        TypedQuery<UUID> ids = entities.createQuery(
                        "SELECT d.id FROM Document d WHERE " + where + " ORDER BY " + order(sort), UUID.class)
                .setFirstResult(request.offset())
                .setMaxResults(request.size());
        TypedQuery<Long> count = entities.createQuery("SELECT COUNT(d) FROM Document d WHERE " + where, Long.class);
        values.forEach(ids::setParameter);
        values.forEach(count::setParameter);
        return new Page<>(inOrder(ids.getResultList()), request.page(), request.size(), count.getSingleResult());
    }

    /** Closes what rests on these kinds and is about this person; what is closed already stays as it is. */
    int restrict(ParticipantId participant, Collection<DocumentType> types, LocalDate upTo, Instant at) {
        if (types.isEmpty()) {
            return 0;
        }
        return entities.createQuery("""
                        UPDATE Document d SET d.state = :restricted, d.restrictedAt = :at
                        WHERE d.state = :available AND d.type IN :types AND d.day <= :upTo AND d.id IN (
                            SELECT e.id FROM Document e JOIN e.shares s WHERE s.subject = :participant)""")
                .setParameter("restricted", DocumentState.RESTRICTED)
                .setParameter("available", DocumentState.AVAILABLE)
                .setParameter("at", at)
                .setParameter("types", types)
                .setParameter("upTo", upTo)
                .setParameter("participant", participant.value())
                .executeUpdate();
    }

    /** Whether one of these is the id of a document of the project that is about somebody, or of what it hangs on. */
    public boolean areAnyOf(ProjectId project, Collection<UUID> ids) {
        return !ids.isEmpty()
                && entities.createQuery("""
                                SELECT COUNT(d) FROM Document d WHERE d.project = :project AND d.type <> :material
                                AND (d.id IN :ids OR d.attachedTo IN :ids)""", Long.class)
                                .setParameter("project", project.value())
                                .setParameter("material", DocumentType.ANONYMISED_MATERIAL)
                                .setParameter("ids", ids)
                                .getSingleResult()
                        > 0;
    }

    /** Asked of the view that sees every project's rows. */
    boolean isBlobKnown(BlobId blob) {
        return !entities.createNativeQuery("SELECT 1 FROM stored_blob WHERE blob = :blob", Integer.class)
                .setParameter("blob", blob.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private List<Document> inOrder(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT d FROM Document d LEFT JOIN FETCH d.shares WHERE d.id IN :ids", Document.class)
                .setParameter("ids", ids)
                .getResultStream()
                .distinct()
                .sorted(Comparator.comparingInt(d -> ids.indexOf(d.id().value())))
                .toList();
    }

    private static String where(ProjectId project, DocumentFilter filter, Map<String, Object> values) {
        var where = new StringBuilder("d.project = :project");
        values.put("project", project.value());
        if (filter.type() != null) {
            where.append(" AND d.type = :type");
            values.put("type", filter.type());
        }
        if (filter.state() != null) {
            where.append(" AND d.state = :state");
            values.put("state", filter.state());
        }
        if (filter.attachedTo() != null) {
            where.append(" AND d.attachedTo = :attachedTo");
            values.put("attachedTo", filter.attachedTo());
        }
        if (filter.about() != null) {
            where.append(" AND EXISTS (SELECT 1 FROM d.shares s WHERE s.subject = :about)");
            values.put("about", filter.about().value());
        }
        if (filter.pseudonym() != null) {
            where.append(" AND EXISTS (SELECT 1 FROM d.shares s WHERE LOWER(s.pseudonym) LIKE :pseudonym ESCAPE '!')");
            values.put(
                    "pseudonym",
                    "%" + filter.pseudonym().toLowerCase(java.util.Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        return where.toString();
    }

    private static String order(DocumentSort sort) {
        String order =
                switch (sort) {
                    case RECEIVED -> "d.receivedAt";
                    case RECEIVED_DESCENDING -> "d.receivedAt DESC";
                    case TYPE -> "d.type";
                    case TYPE_DESCENDING -> "d.type DESC";
                    case LENGTH -> "d.original.length";
                    case LENGTH_DESCENDING -> "d.original.length DESC";
                    case STATE -> "d.state";
                    case STATE_DESCENDING -> "d.state DESC";
                };
        return order + ", d.receivedAt DESC, d.id";
    }
}
