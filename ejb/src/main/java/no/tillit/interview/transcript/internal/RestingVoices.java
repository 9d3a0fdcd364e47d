package no.tillit.interview.transcript.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.stream.Stream;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.RestingData;
import no.tillit.kernel.ParticipantId;

/** In how many divided transcripts a participant speaks. */
@ApplicationScoped
public class RestingVoices implements RestingData {
    @PersistenceContext
    private EntityManager entities;

    @Override
    public Stream<Resting> of(ParticipantId participant) {
        long parts = entities.createQuery("SELECT COUNT(v) FROM Voice v WHERE v.participant = :one", Long.class)
                .setParameter("one", participant.value())
                .getSingleResult();
        return parts == 0
                ? Stream.empty()
                : Stream.of(new Resting("spoken-part", ConsentItem.INTERVIEW, false, false, parts));
    }
}
