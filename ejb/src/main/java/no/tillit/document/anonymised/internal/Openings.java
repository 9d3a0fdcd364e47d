package no.tillit.document.anonymised.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import no.tillit.document.DocumentHandedOut;
import no.tillit.document.DocumentId;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;

/**
 * Who has had the whole file of a draft in hand since it was put forward. A file that is sent anew is another document, so nobody has had
 * that one. The extracted text does not count: comments and hidden columns are in the file only.
 */
@ApplicationScoped
public class Openings {
    private static final String OF_FILE = " FROM anonymised_opening WHERE material_id = :material";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Kept once, as long as the file waits for a decision. */
    public void onHandedOut(@Observes DocumentHandedOut whole) {
        entities.createNativeQuery("""
                        INSERT INTO anonymised_opening (material_id, document_id, username, opened_at)
                        SELECT m.id, m.document_id, :username, :at FROM anonymised_material m
                        WHERE m.id = :material AND m.document_id = :document AND m.state = 'PUT_FORWARD' FOR SHARE OF m
                        ON CONFLICT DO NOTHING""")
                .setParameter("username", whole.username())
                .setParameter("at", clock.now())
                .setParameter("material", whole.attachedTo())
                .setParameter("document", whole.document().value())
                .executeUpdate();
    }

    /** Whether this person has had the file that lies there now. */
    public boolean has(Material material, String username) {
        DocumentId file = material.document();
        if (file == null) {
            return false;
        }
        return !entities.createNativeQuery(
                        "SELECT username" + OF_FILE + " AND document_id = :document AND username = :username",
                        String.class)
                .setParameter("material", material.id().value())
                .setParameter("document", file.value())
                .setParameter("username", username)
                .getResultList()
                .isEmpty();
    }

    /** @throws Conflict with code {@code material-not-opened} when this person has not had the file that lies there now */
    public void require(Material material, String username) {
        if (!has(material, username)) {
            throw new Conflict(
                    "material-not-opened",
                    "Whoever releases material must have opened its file, whole, after it was put forward.");
        }
    }

    /** After the decision it is known of nobody but the one who took it. */
    public void forgetOthers(Material decided, String by) {
        entities.createNativeQuery("DELETE" + OF_FILE + " AND username <> :by")
                .setParameter("material", decided.id().value())
                .setParameter("by", by)
                .executeUpdate();
    }
}
