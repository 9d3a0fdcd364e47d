package no.tillit.participant.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.Contact;

/** The contact register. */
@ApplicationScoped
public class Contacts {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ContactFields fields;

    @Inject
    private Clock clock;

    public boolean has(ParticipantId participant) {
        return entities.createQuery("SELECT count(c) FROM ContactEntry c WHERE c.participant = :id", Long.class)
                        .setParameter("id", participant.value())
                        .getSingleResult()
                > 0;
    }

    public Optional<Contact> find(ParticipantId participant) {
        return Optional.ofNullable(entities.find(ContactEntry.class, participant.value()))
                .map(entry -> entry.open(fields));
    }

    public void put(ParticipantId participant, Contact contact, String by) {
        entities.merge(new ContactEntry(participant, contact, fields, clock.now(), by));
        entities.flush();
    }

    /** Whether there was anything to remove. */
    public boolean remove(ParticipantId participant) {
        return entities.createQuery("DELETE FROM ContactEntry c WHERE c.participant = :id")
                        .setParameter("id", participant.value())
                        .executeUpdate()
                > 0;
    }
}
