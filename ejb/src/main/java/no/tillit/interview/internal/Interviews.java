package no.tillit.interview.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.interview.InterviewFilter;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewSort;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import org.jspecify.annotations.Nullable;

/** The interviews of all projects. */
@ApplicationScoped
public class Interviews {
    private static final int AT_ONCE = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Rows rows;

    public void add(Interview interview) {
        entities.persist(interview);
        entities.flush();
    }

    public Optional<Interview> find(InterviewId id) {
        return Optional.ofNullable(entities.find(Interview.class, id.value()));
    }

    /** The same as it is now; until the transaction ends nobody else changes who took part. */
    public Optional<Interview> hold(InterviewId id) {
        Interview found = entities.find(Interview.class, id.value());
        if (found != null) {
            entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        }
        return Optional.ofNullable(found);
    }

    /** The same together with who took part, in one statement. */
    public Optional<Interview> findWithPeople(InterviewId id) {
        return entities.createQuery(
                        "SELECT i FROM Interview i LEFT JOIN FETCH i.people WHERE i.id = :id", Interview.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** One page, filtered, sorted and cut by the database. */
    public Page<Interview> page(ProjectId project, InterviewFilter filter, InterviewSort sort, PageRequest request) {
        Map<String, Object> values = new HashMap<>();
        String where = where(project, filter, values);
        TypedQuery<UUID> ids = entities.createQuery(
                        "SELECT i.id FROM Interview i WHERE " + where + " ORDER BY " + order(sort), UUID.class)
                .setFirstResult(request.offset())
                .setMaxResults(request.size());
        TypedQuery<Long> count = entities.createQuery("SELECT COUNT(i) FROM Interview i WHERE " + where, Long.class);
        values.forEach(ids::setParameter);
        values.forEach(count::setParameter);
        return new Page<>(inOrder(ids.getResultList()), request.page(), request.size(), count.getSingleResult());
    }

    /** The interviews of a project, or those a person of it took part in. */
    Stream<Interview> in(ProjectId project, @Nullable ParticipantId participant) {
        String all = "FROM Interview i WHERE i.project = :project";
        var query = participant == null
                ? entities.createQuery(all + " ORDER BY i.id", Interview.class)
                : entities.createQuery(
                                all + " AND EXISTS (SELECT 1 FROM i.people p WHERE p.participant = :participant)"
                                        + " ORDER BY i.id",
                                Interview.class)
                        .setParameter("participant", participant.value());
        return query.setParameter("project", project.value())
                .setHint("org.hibernate.fetchSize", AT_ONCE)
                .getResultStream();
    }

    /** How many rows still name the project's interviews, or the person's part in them; asked of the tables themselves. */
    long countRows(ProjectId project, @Nullable ParticipantId participant) {
        var query = participant == null
                ? entities.createNativeQuery("SELECT count(*) FROM interview WHERE project_id = :project", Long.class)
                        .setParameter("project", project.value())
                : entities.createNativeQuery(
                                "SELECT count(*) FROM interview_participant WHERE participant_id = :participant",
                                Long.class)
                        .setParameter("participant", participant.value());
        return ((Number) query.getSingleResult()).longValue();
    }

    /** The days of the interviews whose rows still name the person. */
    List<LocalDate> daysOf(ParticipantId participant) {
        return entities.createQuery(
                        "SELECT i.heldOn FROM Interview i JOIN i.people p WHERE p.participant = :participant",
                        LocalDate.class)
                .setParameter("participant", participant.value())
                .getResultList();
    }

    void remove(Interview interview) {
        entities.remove(interview);
        entities.flush();
    }

    /** Those of these interviews that there were. */
    List<UUID> remove(UUID... ids) {
        return rows.list(
                "DELETE FROM interview WHERE id = ANY (?) RETURNING id", row -> row.getObject(1, UUID.class), (Object)
                        ids);
    }

    void flush() {
        entities.flush();
    }

    private List<Interview> inOrder(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT i FROM Interview i LEFT JOIN FETCH i.people WHERE i.id IN :ids", Interview.class)
                .setParameter("ids", ids)
                .getResultStream()
                .distinct()
                .sorted(Comparator.comparingInt(i -> ids.indexOf(i.id().value())))
                .toList();
    }

    private static String where(ProjectId project, InterviewFilter filter, Map<String, Object> values) {
        var where = new StringBuilder("i.project = :project");
        values.put("project", project.value());
        if (filter.kind() != null) {
            where.append(" AND i.kind = :kind");
            values.put("kind", filter.kind());
        }
        if (filter.state() != null) {
            where.append(" AND i.state = :state");
            values.put("state", filter.state());
        }
        if (filter.participant() != null) {
            where.append(" AND EXISTS (SELECT 1 FROM i.people p WHERE p.participant = :participant)");
            values.put("participant", filter.participant().value());
        }
        if (filter.pseudonym() != null) {
            where.append(" AND EXISTS (SELECT 1 FROM i.people p WHERE LOWER(p.pseudonym) LIKE :pseudonym ESCAPE '!')");
            String text = filter.pseudonym().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
            values.put("pseudonym", "%" + text + "%");
        }
        return where.toString();
    }

    private static String order(InterviewSort sort) {
        String order =
                switch (sort) {
                    case HELD -> "i.heldOn";
                    case HELD_DESCENDING -> "i.heldOn DESC";
                    case KIND -> "i.kind";
                    case KIND_DESCENDING -> "i.kind DESC";
                    case STATE -> "i.state";
                    case STATE_DESCENDING -> "i.state DESC";
                };
        return order + ", i.heldOn DESC, i.id";
    }
}
