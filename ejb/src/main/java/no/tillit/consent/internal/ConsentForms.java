package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import no.tillit.consent.ConsentId;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.project.Approvals;

/** All forms and withdrawals. */
@ApplicationScoped
public class ConsentForms {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Approvals approvals;

    public void add(ConsentForm form) {
        entities.persist(form);
        entities.flush();
    }

    public void add(ParticipantId participant, Withdrawal withdrawal) {
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

    public ConsentHistory history(ParticipantRef participant) {
        var forms = of(participant.id()).stream().map(ConsentForm::toSigned).toList();
        var withdrawals = entities.createQuery(
                        "FROM WithdrawnItem w WHERE w.key.participant = :participant ORDER BY w.key.at",
                        WithdrawnItem.class)
                .setParameter("participant", participant.id().value())
                .getResultStream()
                .map(WithdrawnItem::toWithdrawal)
                .toList();
        return new ConsentHistory(forms, withdrawals, approvals.endsOn(participant.project()));
    }

    /** How many forms and withdrawals of the person were removed. */
    public int removeAllOf(ParticipantId participant) {
        var forms = of(participant);
        forms.forEach(entities::remove);
        entities.flush();
        return forms.size()
                + entities.createQuery("DELETE FROM WithdrawnItem w WHERE w.key.participant = :participant")
                        .setParameter("participant", participant.value())
                        .executeUpdate();
    }
}
