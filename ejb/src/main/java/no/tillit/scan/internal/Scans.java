package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.consent.ConsentId;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.scan.ScanBatchState;
import no.tillit.scan.ScannedFormState;
import org.jspecify.annotations.Nullable;

/** All files of scans, forms and pages. */
@ApplicationScoped
public class Scans {
    private static final List<ScanBatchState> UNDER_WAY = List.of(ScanBatchState.WAITING, ScanBatchState.READING);
    private static final String LISTED = " FROM Form f WHERE f.project = :project AND f.state IN :states"
            + " AND NOT EXISTS (SELECT 1 FROM Batch b WHERE b.id = f.batch AND b.state IN :underWay)";
    private static final String OF_PERSON =
            " FROM Form f WHERE f.project = :project" + " AND (:one IS NULL OR f.participant = :one)";

    @PersistenceContext
    private EntityManager entities;

    void add(Object row) {
        entities.persist(row);
        entities.flush();
    }

    void remove(Object row) {
        entities.remove(row);
        entities.flush();
    }

    /** Others that bring files to this project wait until the transaction ends. */
    void holdArrivals(ProjectId project) {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(:number)) held", Integer.class)
                .setParameter("number", project.value().getLeastSignificantBits())
                .getSingleResult();
    }

    Optional<Batch> batch(UUID id) {
        return Optional.ofNullable(entities.find(Batch.class, id));
    }

    Optional<Batch> holdBatch(UUID id) {
        return Optional.ofNullable(entities.find(Batch.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Batch> sameFile(ProjectId project, byte[] contentHash) {
        return entities.createQuery("FROM Batch b WHERE b.project = :project AND b.contentHash = :hash", Batch.class)
                .setParameter("project", project.value())
                .setParameter("hash", contentHash)
                .getResultStream()
                .findFirst();
    }

    /** The files that are under way, refused, or whose forms are not all matched; the newest first. */
    List<Batch> batches(ProjectId project) {
        return entities.createQuery(
                        "FROM Batch b WHERE b.project = :project ORDER BY b.receivedAt DESC, b.id", Batch.class)
                .setParameter("project", project.value())
                .setMaxResults(200)
                .getResultList();
    }

    /** Every file, as they are asked for. */
    Stream<Batch> allBatches(ProjectId project) {
        return entities.createQuery("FROM Batch b WHERE b.project = :project ORDER BY b.id", Batch.class)
                .setParameter("project", project.value())
                .setHint("org.hibernate.fetchSize", 200)
                .getResultStream();
    }

    /** The file that waits longest, or whose reader has fallen silent; others that look meanwhile get another. */
    Optional<Batch> nextToRead(Instant now) {
        return entities.createNativeQuery("""
                        SELECT * FROM scan_batch WHERE state IN ('WAITING', 'READING')
                        AND (reading_until IS NULL OR reading_until < :now)
                        ORDER BY received_at LIMIT 1 FOR UPDATE SKIP LOCKED""", Batch.class)
                .setParameter("now", now)
                .getResultStream()
                .map(Batch.class::cast)
                .findFirst();
    }

    Optional<Form> form(UUID id) {
        return Optional.ofNullable(entities.find(Form.class, id));
    }

    Optional<Form> holdForm(UUID id) {
        return form(id).map(form -> {
            entities.refresh(form, LockModeType.PESSIMISTIC_WRITE);
            return form;
        });
    }

    /** The form with that number that nobody has matched yet. */
    Optional<Form> openFormNumbered(ProjectId project, String number) {
        return entities.createQuery(
                        "FROM Form f WHERE f.project = :project AND f.number = :number"
                                + " AND f.state IN :open ORDER BY f.receivedAt, f.id",
                        Form.class)
                .setParameter("project", project.value())
                .setParameter("number", number)
                .setParameter("open", List.of(ScannedFormState.PROPOSED, ScannedFormState.BY_HAND))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The form that the file's last page went to, if any. */
    Optional<Form> lastFormIn(Batch batch) {
        return entities.createQuery("FROM PageRow p WHERE p.batch = :batch ORDER BY p.batchPage DESC", PageRow.class)
                .setParameter("batch", batch.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(page -> form(page.form()));
    }

    /** Forms in these states, of files that have been read, the oldest first. */
    List<Form> forms(ProjectId project, Collection<ScannedFormState> states, PageRequest page) {
        return entities.createQuery("SELECT f" + LISTED + " ORDER BY f.receivedAt, f.id", Form.class)
                .setParameter("project", project.value())
                .setParameter("states", states)
                .setParameter("underWay", UNDER_WAY)
                .setFirstResult(Math.toIntExact(page.offset()))
                .setMaxResults(page.size())
                .getResultList();
    }

    long countForms(ProjectId project, Collection<ScannedFormState> states) {
        return entities.createQuery("SELECT count(f)" + LISTED, Long.class)
                .setParameter("project", project.value())
                .setParameter("states", states)
                .setParameter("underWay", UNDER_WAY)
                .getSingleResult();
    }

    /** How many open forms came before this moment. */
    long countOpenBefore(ProjectId project, Instant before) {
        return entities.createQuery(
                        "SELECT count(f) FROM Form f WHERE f.project = :project AND f.state IN :open"
                                + " AND f.receivedAt < :before",
                        Long.class)
                .setParameter("project", project.value())
                .setParameter("open", List.of(ScannedFormState.PROPOSED, ScannedFormState.BY_HAND))
                .setParameter("before", before)
                .getSingleResult();
    }

    Optional<Form> formOf(ConsentId consent) {
        return entities.createQuery("FROM Form f WHERE f.consent = :consent", Form.class)
                .setParameter("consent", consent.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<Form> formsOf(Batch batch) {
        return entities.createQuery("FROM Form f WHERE f.batch = :batch", Form.class)
                .setParameter("batch", batch.id())
                .getResultList();
    }

    /** Read forms in which no program has looked for a date yet. */
    List<Form> toLookAt(int most) {
        return entities.createQuery(
                        "SELECT f FROM Form f WHERE f.lookedAt IS NULL AND f.state IN :open"
                                + " AND NOT EXISTS (SELECT 1 FROM Batch b WHERE b.id = f.batch AND b.state IN :underWay)"
                                + " ORDER BY f.receivedAt, f.id",
                        Form.class)
                .setParameter("open", List.of(ScannedFormState.PROPOSED, ScannedFormState.BY_HAND))
                .setParameter("underWay", UNDER_WAY)
                .setMaxResults(most)
                .getResultList();
    }

    Optional<PageRow> page(UUID id) {
        return Optional.ofNullable(entities.find(PageRow.class, id));
    }

    /** In the order of what is printed on them; those that nobody can tell as they came. */
    List<PageRow> pagesOf(Form form) {
        return entities.createQuery(
                        "FROM PageRow p WHERE p.form = :form"
                                + " ORDER BY p.printedPage NULLS LAST, p.keptAt, p.batch, p.batchPage",
                        PageRow.class)
                .setParameter("form", form.id())
                .getResultList();
    }

    Map<UUID, Long> countPages(Collection<Form> forms) {
        return entities.createQuery(
                        "SELECT p.form, count(p) FROM PageRow p WHERE p.form IN :forms GROUP BY p.form", Object[].class)
                .setParameter("forms", forms.stream().map(Form::id).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** How many bytes the form's pictures take on the disk. */
    long bytesOf(UUID form) {
        return ((Number) entities.createNativeQuery(
                                "SELECT coalesce(sum(stored_length), 0) FROM scanned_page WHERE form_id = :form",
                                Long.class)
                        .setParameter("form", form)
                        .getSingleResult())
                .longValue();
    }

    Stream<Form> in(ErasureScope scope) {
        ParticipantId one = scope.participant();
        return entities.createQuery("SELECT f" + OF_PERSON + " ORDER BY f.id", Form.class)
                .setParameter("project", scope.project().value())
                .setParameter("one", one == null ? null : one.value())
                .setHint("org.hibernate.fetchSize", 200)
                .getResultStream();
    }

    long countIn(ErasureScope scope) {
        ParticipantId one = scope.participant();
        return entities.createQuery("SELECT count(f)" + OF_PERSON, Long.class)
                        .setParameter("project", scope.project().value())
                        .setParameter("one", one == null ? null : one.value())
                        .getSingleResult()
                + (one == null ? countBatches(scope.project()) : 0);
    }

    private long countBatches(ProjectId project) {
        return entities.createQuery("SELECT count(b) FROM Batch b WHERE b.project = :project", Long.class)
                .setParameter("project", project.value())
                .getSingleResult();
    }

    /** Files that were refused before this moment. */
    List<Batch> refusedBefore(Instant before) {
        return entities.createQuery("FROM Batch b WHERE b.state = :refused AND b.receivedAt < :before", Batch.class)
                .setParameter("refused", ScanBatchState.REFUSED)
                .setParameter("before", before)
                .getResultList();
    }

    /** A file that has been read goes with its last open form, whoever removes another at the same time: its name may be a person's. */
    void removeIfDone(@Nullable UUID id) {
        if (id == null) {
            return;
        }
        holdBatch(id)
                .filter(batch -> batch.state() == ScanBatchState.READ)
                .filter(batch -> formsOf(batch).stream().noneMatch(form -> form.state() != ScannedFormState.MATCHED))
                .ifPresent(this::remove);
    }
}
