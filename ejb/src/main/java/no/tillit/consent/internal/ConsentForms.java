package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.consent.ConsentId;
import no.tillit.consent.Verdict;
import no.tillit.consent.template.internal.PrintedForms;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
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

    @PersistenceContext
    private EntityManager entities;

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

    public void add(ConsentForm form, Verdict verdict) {
        entities.persist(new StoredVerdict(form, verdict));
        entities.flush();
    }

    /** Who has a form, signed or printed, or a withdrawal: one participant, or everybody in the project. */
    public Stream<UUID> peopleIn(ProjectId project, @Nullable ParticipantId one) {
        return scoped("SELECT p.id" + PEOPLE + " ORDER BY p.id", UUID.class, project, one)
                .setHint("org.hibernate.fetchSize", 500)
                .getResultStream();
    }

    /** How many of them there are. */
    public long countPeopleIn(ProjectId project, @Nullable ParticipantId one) {
        return scoped("SELECT count(p)" + PEOPLE, Long.class, project, one).getSingleResult();
    }

    /** How many forms, signed or printed, withdrawals and verdicts there are of a person. */
    public long countOf(ParticipantId participant) {
        return count("SELECT count(f) FROM ConsentForm f WHERE f.participant = :participant", participant)
                + count("SELECT count(w) FROM WithdrawnItem w WHERE w.key.participant = :participant", participant)
                + count("SELECT count(v) FROM StoredVerdict v WHERE v.participant = :participant", participant)
                + printed.countOf(participant);
    }

    /** How many forms, signed or printed, withdrawals and verdicts of the person were removed, and what was worked out from them. */
    public int removeAllOf(ParticipantId participant) {
        remove("UPDATE recipient_notice SET participant_id = NULL WHERE participant_id = :participant", participant);
        int derived = remove("DELETE FROM consent_standing WHERE participant_id = :participant", participant)
                + remove("DELETE FROM consent_unchecked WHERE participant_id = :participant", participant)
                + remove("DELETE FROM consent_expiry WHERE participant_id = :participant", participant)
                + remove("DELETE FROM consent_verdict WHERE participant_id = :participant", participant);
        var forms = of(participant);
        forms.forEach(entities::remove);
        entities.flush();
        return derived
                + forms.size()
                + printed.removeAllOf(participant)
                + remove("DELETE FROM consent_withdrawal WHERE participant_id = :participant", participant);
    }

    private int remove(String statement, ParticipantId participant) {
        return entities.createNativeQuery(statement)
                .setParameter("participant", participant.value())
                .executeUpdate();
    }

    private long count(String query, ParticipantId participant) {
        return entities.createQuery(query, Long.class)
                .setParameter("participant", participant.value())
                .getSingleResult();
    }

    private <T> TypedQuery<T> scoped(String query, Class<T> type, ProjectId project, @Nullable ParticipantId one) {
        return entities.createQuery(query, type)
                .setParameter("project", project.value())
                .setParameter("one", one == null ? null : one.value());
    }
}
