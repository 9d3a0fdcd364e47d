package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.Verdict;
import no.tillit.consent.template.internal.PrintedForms;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.participant.ParticipantRef;
import no.tillit.project.Approvals;
import org.jspecify.annotations.Nullable;

/** All forms and withdrawals. */
@ApplicationScoped
public class ConsentForms {
    private static final String PEOPLE = " FROM Participant p WHERE p.project = :project"
            + " AND (:one IS NULL OR p.id = :one)"
            + " AND (EXISTS (SELECT 1 FROM ConsentForm f WHERE f.participant = p.id)"
            + " OR EXISTS (SELECT 1 FROM WithdrawnItem w WHERE w.key.participant = p.id)"
            + " OR EXISTS (SELECT 1 FROM PrintedForm n WHERE n.participant = p.id))";

    /** What is worked out goes before what it is worked out from. */
    private static final List<String> OF_PEOPLE = List.of(
            "consent_standing",
            "consent_unchecked",
            "consent_expiry",
            "consent_verdict",
            "consent",
            "consent_withdrawal");

    private static final String PARTS = "(SELECT count(f) FROM ConsentForm f WHERE f.participant = p.id)"
            + " + (SELECT count(w) FROM WithdrawnItem w WHERE w.key.participant = p.id)"
            + " + (SELECT count(v) FROM StoredVerdict v WHERE v.participant = p.id)"
            + " + (SELECT count(n) FROM PrintedForm n WHERE n.participant = p.id)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Rows rows;

    @Inject
    private Approvals approvals;

    @Inject
    private PrintedForms printed;

    @Inject
    private Histories histories;

    public void add(ConsentForm form) {
        entities.persist(form);
        entities.flush();
    }

    public void add(ParticipantId participant, TakenBack withdrawal) {
        entities.persist(new WithdrawnItem(participant, withdrawal));
        entities.flush();
    }

    public Optional<ConsentForm> find(ConsentId id) {
        return Optional.ofNullable(entities.find(ConsentForm.class, id.value()));
    }

    /** The form, held until the transaction ends. */
    public Optional<ConsentForm> hold(ConsentId id) {
        return find(id).map(form -> {
            entities.refresh(form, LockModeType.PESSIMISTIC_WRITE);
            return form;
        });
    }

    /** The person's forms, newest signature first. */
    public List<ConsentForm> of(ParticipantId participant) {
        return entities.createQuery(
                        "FROM ConsentForm f WHERE f.participant = :participant"
                                + " ORDER BY f.signedOn DESC, f.capturedAt DESC, f.id DESC",
                        ConsentForm.class)
                .setParameter("participant", participant.value())
                .getResultList();
    }

    /** All that decides what the person has agreed to. */
    public ConsentHistory history(ParticipantRef participant) {
        return histories.of(participant.id(), approvals.endsOn(participant.project()));
    }

    /** All forms of somebody as they stand on this day, newest signature first. */
    public List<ConsentSummary> summaries(ParticipantRef participant, LocalDate today) {
        ConsentHistory history = history(participant);
        return of(participant.id()).stream()
                .map(form -> form.toSummary(history, today))
                .toList();
    }

    public void add(ConsentForm form, Verdict verdict) {
        entities.persist(new StoredVerdict(form, verdict));
        entities.flush();
    }

    /** @param parts how many forms, signed or printed, withdrawals and verdicts there are of the person */
    public record Held(ParticipantId participant, long parts) {}

    /** Who has a form, signed or printed, or a withdrawal: one participant, or everybody in the project. */
    public Stream<Held> peopleIn(ProjectId project, @Nullable ParticipantId one) {
        return scoped("SELECT p.id, " + PARTS + PEOPLE + " ORDER BY p.id", Object[].class, project, one)
                .setHint("org.hibernate.fetchSize", 500)
                .getResultStream()
                .map(row -> new Held(new ParticipantId((UUID) row[0]), (Long) row[1]));
    }

    /** How many of them there are. */
    public long countPeopleIn(ProjectId project, @Nullable ParticipantId one) {
        return scoped("SELECT count(p)" + PEOPLE, Long.class, project, one).getSingleResult();
    }

    /**
     * Removes these people's forms, signed or printed, withdrawals and verdicts, and what was worked out from them.
     *
     * @return those of whom there was any
     */
    public Set<UUID> removeAllOf(UUID... people) {
        rows.change(
                "UPDATE recipient_notice SET participant_id = NULL WHERE participant_id = ANY (?)", (Object) people);
        Set<UUID> found = new HashSet<>();
        for (String table : OF_PEOPLE) {
            found.addAll(rows.list(
                    "DELETE FROM " + table + " WHERE participant_id = ANY (?) RETURNING participant_id",
                    row -> row.getObject(1, UUID.class),
                    (Object) people));
        }
        found.addAll(printed.removeAllOf(people));
        return found;
    }

    private <T> TypedQuery<T> scoped(String query, Class<T> type, ProjectId project, @Nullable ParticipantId one) {
        return entities.createQuery(query, type)
                .setParameter("project", project.value())
                .setParameter("one", one == null ? null : one.value());
    }
}
