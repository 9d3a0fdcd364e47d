package no.tillit.participant.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.participant.Contact;
import no.tillit.participant.ContactField;
import no.tillit.participant.ParticipantRef;
import org.jspecify.annotations.Nullable;

/** The contact register. */
@ApplicationScoped
public class Contacts {
    private static final String IN_SCOPE = " FROM ContactEntry c, Participant p WHERE p.id = c.participant"
            + " AND p.project = :project AND (:one IS NULL OR c.participant = :one)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Rows rows;

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

    /** Whose field has this value, in this project. */
    public List<ParticipantId> holding(ProjectId project, ContactField field, String value) {
        String hash =
                switch (field) {
                    case PHONE -> "phoneHash";
                    case EMAIL -> "emailHash";
                    case NATIONAL_ID -> "nationalIdHash";
                };
        return entities.createQuery(
                        "SELECT c.participant FROM ContactEntry c, Participant p WHERE p.id = c.participant"
                                + " AND p.project = :project AND c." + hash + " IN :hashes ORDER BY c.participant",
                        UUID.class)
                .setParameter("project", project.value())
                .setParameter("hashes", fields.hashes(project, field, value))
                .getResultStream()
                .map(ParticipantId::new)
                .toList();
    }

    public void put(ParticipantRef participant, Contact contact, String by) {
        entities.merge(new ContactEntry(participant, contact, fields, clock.now(), by));
        entities.flush();
    }

    /** Those of these participants who had any. */
    public List<UUID> remove(UUID... participants) {
        return rows.list(
                "DELETE FROM contact WHERE participant_id = ANY (?) RETURNING participant_id",
                row -> row.getObject(1, UUID.class),
                (Object) participants);
    }

    /** Whose contact details are registered: of one participant, or in the whole project. */
    public Stream<UUID> in(ProjectId project, @Nullable ParticipantId one) {
        return scoped("SELECT c.participant" + IN_SCOPE + " ORDER BY c.participant", UUID.class, project, one)
                .setHint("org.hibernate.fetchSize", 500)
                .getResultStream();
    }

    /** How many of them there are. */
    public long count(ProjectId project, @Nullable ParticipantId one) {
        return scoped("SELECT count(c)" + IN_SCOPE, Long.class, project, one).getSingleResult();
    }

    private <T> TypedQuery<T> scoped(String query, Class<T> type, ProjectId project, @Nullable ParticipantId one) {
        return entities.createQuery(query, type)
                .setParameter("project", project.value())
                .setParameter("one", one == null ? null : one.value());
    }
}
