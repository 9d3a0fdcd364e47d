package no.tillit.participant.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.participant.BlockReason;
import no.tillit.participant.ParticipantFilter;
import no.tillit.participant.ParticipantSort;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.ParticipantSummary;
import no.tillit.participant.Pseudonym;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** All participants. Who is erased is found only by {@link #evenErased}. */
@ApplicationScoped
public class ParticipantRecords {
    private static final String NEXT_NUMBER = """
            INSERT INTO participant_number (project_id, last) VALUES (?1, 1)
            ON CONFLICT (project_id) DO UPDATE SET last = participant_number.last + 1
            RETURNING last""";

    private static final String IN_PROJECT = " FROM Participant p WHERE p.project = :project AND p.state <> :erased"
            + " AND (:state IS NULL OR p.state = :state) AND (:sample IS NULL OR p.sample = :sample)"
            + " AND p.pseudonym LIKE :text ESCAPE '!'";

    private static final String BLOCK = """
            WITH chosen AS (SELECT id FROM participant WHERE project_id = ? AND state = 'ACTIVE' AND (?::uuid IS NULL OR id = ?::uuid)
                          ORDER BY id LIMIT ? FOR UPDATE)
            UPDATE participant p SET state = 'BLOCKED', block_reason = ?, blocked_at = ? FROM chosen WHERE p.id = chosen.id""";

    /** In the order in which all lock: {@link no.tillit.participant.Participants#holdForUse}. */
    private static final String LOCK =
            "SELECT id FROM participant WHERE id = ANY (?) AND state <> 'ERASED' ORDER BY id FOR UPDATE";

    private static final String ERASE = """
            UPDATE participant SET state = 'ERASED', erased_at = ?, pseudonym = NULL, sample_id = NULL, legal_basis = NULL,
                   blocked_at = NULL, block_reason = NULL, registered_at = NULL, registered_by = NULL
            WHERE id = ANY (?)""";

    private static final int CHUNK = 500;

    private static final String IN_SCOPE = " FROM Participant p WHERE p.project = :project AND p.state <> :erased"
            + " AND (:one IS NULL OR p.id = :one)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Rows rows;

    public void add(Participant participant) {
        entities.persist(participant);
        entities.flush();
    }

    /** The next pseudonym of the project; others who want one wait until this transaction ends. */
    public Pseudonym nextPseudonym(ProjectId project) {
        Number number = (Number) entities.createNativeQuery(NEXT_NUMBER, Integer.class)
                .setParameter(1, project.value())
                .getSingleResult();
        return Pseudonym.numbered(number.intValue());
    }

    /** Whether somebody in the project goes or went by one of these names. */
    public boolean isAnyNamed(ProjectId project, Collection<String> pseudonyms) {
        return isAny("p.pseudonym IN :these", project, pseudonyms);
    }

    /** Whether one of these is the id of somebody who is or was in the project. */
    public boolean isAnyThere(ProjectId project, Collection<UUID> ids) {
        return isAny("p.id IN :these", project, ids);
    }

    private boolean isAny(String condition, ProjectId project, Collection<?> these) {
        return !these.isEmpty()
                && entities.createQuery(
                                        "SELECT COUNT(p) FROM Participant p WHERE p.project = :project AND "
                                                + condition,
                                        Long.class)
                                .setParameter("project", project.value())
                                .setParameter("these", these)
                                .getSingleResult()
                        > 0;
    }

    public Optional<Participant> find(ParticipantId id) {
        return evenErased(id).filter(p -> p.state() != ParticipantState.ERASED);
    }

    public Optional<Participant> evenErased(ParticipantId id) {
        return Optional.ofNullable(entities.find(Participant.class, id.value()));
    }

    /** As the database has it now, locked until the transaction ends. One statement, or none when it is locked already. */
    public Optional<Participant> lock(ParticipantId id, LockModeType mode) {
        Participant participant = isAtHand(id)
                ? entities.find(Participant.class, id.value())
                : entities.find(Participant.class, id.value(), mode);
        if (participant == null) {
            return Optional.empty();
        }
        if (!isHeld(participant, mode)) {
            entities.refresh(participant, mode);
        }
        return Optional.of(participant);
    }

    public Optional<Participant> find(ProjectId project, Pseudonym pseudonym) {
        return entities.createQuery(
                        "FROM Participant p WHERE p.project = :project AND p.pseudonym = :pseudonym"
                                + " AND p.state <> :erased",
                        Participant.class)
                .setParameter("project", project.value())
                .setParameter("pseudonym", pseudonym.value())
                .setParameter("erased", ParticipantState.ERASED)
                .getResultStream()
                .findFirst();
    }

    /** Read in this transaction before, and perhaps changed by another since. */
    private boolean isAtHand(ParticipantId id) {
        var session = entities.unwrap(SharedSessionContractImplementor.class);
        var participants = session.getFactory().getMappingMetamodel().getEntityDescriptor(Participant.class);
        return session.getPersistenceContextInternal()
                .containsEntity(session.generateEntityKey(id.value(), participants));
    }

    /** Nobody else has changed it then since this transaction has it. */
    private boolean isHeld(Participant participant, LockModeType mode) {
        LockModeType held = entities.getLockMode(participant);
        return held == mode || held == LockModeType.PESSIMISTIC_WRITE;
    }

    /** Those of them who are there; asks the database only for who is not at hand. */
    public List<Participant> find(Collection<ParticipantId> ids) {
        return entities
                .unwrap(Session.class)
                .byMultipleIds(Participant.class)
                .enableSessionCheck(true)
                .multiLoad(ids.stream().map(ParticipantId::value).distinct().toList())
                .stream()
                .filter(Objects::nonNull)
                .filter(participant -> participant.state() != ParticipantState.ERASED)
                .toList();
    }

    public Page<ParticipantSummary> page(
            ProjectId project, ParticipantFilter filter, ParticipantSort sort, PageRequest request) {
        long total = filtered("SELECT count(p)" + IN_PROJECT, Long.class, project, filter)
                .getSingleResult();
        var items = filtered("SELECT p" + IN_PROJECT + orderBy(sort), Participant.class, project, filter)
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultStream()
                .map(Participant::toSummary)
                .toList();
        return new Page<>(items, request.page(), request.size(), total);
    }

    /** Who is not erased: one participant, or everybody in the project. */
    public Stream<UUID> in(ProjectId project, @Nullable ParticipantId one) {
        return scoped("SELECT p.id" + IN_SCOPE + " ORDER BY p.id", UUID.class, project, one)
                .setHint("org.hibernate.fetchSize", 500)
                .getResultStream();
    }

    /** How many of them there are. */
    public long count(ProjectId project, @Nullable ParticipantId one) {
        return scoped("SELECT count(p)" + IN_SCOPE, Long.class, project, one).getSingleResult();
    }

    /** Blocks who is active: one participant, or everybody in the project; some at a time, in the order in which all lock. */
    public void block(ProjectId project, @Nullable ParticipantId one, BlockReason reason, Instant at) {
        UUID only = one == null ? null : one.value();
        int blocked = 1;
        while (blocked > 0) {
            blocked = rows.change(BLOCK, project.value(), only, only, CHUNK, reason, at);
        }
    }

    /** Forgets everything but their ids, their projects and this moment; those of them who were not erased before. */
    public List<UUID> erase(UUID[] ids, Instant at) {
        List<UUID> there = rows.list(LOCK, row -> row.getObject(1, UUID.class), (Object) ids);
        rows.change(ERASE, at, there.toArray(UUID[]::new));
        return there;
    }

    private <T> TypedQuery<T> scoped(String query, Class<T> type, ProjectId project, @Nullable ParticipantId one) {
        return entities.createQuery(query, type)
                .setParameter("project", project.value())
                .setParameter("erased", ParticipantState.ERASED)
                .setParameter("one", one == null ? null : one.value());
    }

    private <T> TypedQuery<T> filtered(String query, Class<T> type, ProjectId project, ParticipantFilter filter) {
        return entities.createQuery(query, type)
                .setParameter("project", project.value())
                .setParameter("erased", ParticipantState.ERASED)
                .setParameter("state", filter.state())
                .setParameter("sample", filter.sampleId())
                .setParameter("text", pattern(filter));
    }

    private static String pattern(ParticipantFilter filter) {
        String text = filter.text() == null ? "" : filter.text().toUpperCase(Locale.ROOT);
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }

    private static String orderBy(ParticipantSort sort) {
        return switch (sort) {
            case PSEUDONYM -> " ORDER BY length(p.pseudonym), p.pseudonym";
            case PSEUDONYM_DESCENDING -> " ORDER BY length(p.pseudonym) DESC, p.pseudonym DESC";
            case REGISTERED -> " ORDER BY p.registeredAt, p.id";
            case REGISTERED_DESCENDING -> " ORDER BY p.registeredAt DESC, p.id";
        };
    }
}
