package no.tillit.consent.template.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.tillit.kernel.Rows;

/** All forms that were printed for somebody. */
@ApplicationScoped
public class PrintedForms {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Rows rows;

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

    /** Those of these people of whom a form was removed. */
    public List<UUID> removeAllOf(UUID... people) {
        return rows.list(
                "DELETE FROM consent_paper WHERE participant_id = ANY (?) RETURNING participant_id",
                row -> row.getObject(1, UUID.class),
                (Object) people);
    }
}
