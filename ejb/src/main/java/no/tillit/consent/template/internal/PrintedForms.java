package no.tillit.consent.template.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import no.tillit.kernel.ParticipantId;

/** All forms that were printed for somebody. */
@ApplicationScoped
public class PrintedForms {
    @PersistenceContext
    private EntityManager entities;

    public void add(PrintedForm form) {
        entities.persist(form);
        entities.flush();
    }

    public Optional<PrintedForm> find(String number) {
        return Optional.ofNullable(entities.find(PrintedForm.class, number));
    }

    /** The form, held until the transaction ends. */
    public Optional<PrintedForm> hold(String number) {
        return find(number).map(form -> {
            entities.refresh(form, LockModeType.PESSIMISTIC_WRITE);
            return form;
        });
    }

    public long countOf(ParticipantId participant) {
        return entities.createQuery("SELECT count(f) FROM PrintedForm f WHERE f.participant = :participant", Long.class)
                .setParameter("participant", participant.value())
                .getSingleResult();
    }

    /** How many forms of the person were removed. */
    public int removeAllOf(ParticipantId participant) {
        return entities.createQuery("DELETE FROM PrintedForm f WHERE f.participant = :participant")
                .setParameter("participant", participant.value())
                .executeUpdate();
    }
}
