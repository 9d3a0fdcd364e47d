package no.tillit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import no.tillit.kernel.ProjectId;

/**
 * What the database shows to the current transaction (row-level security, the second wall behind {@link Access}). It begins
 * with the caller's own projects and is narrowed to those decided upon.
 */
@ApplicationScoped
public class VisibleRows {
    @PersistenceContext
    private EntityManager entities;

    /** From here on, only rows of this project and of others decided upon in the same transaction. */
    void narrowTo(ProjectId project) {
        entities.createNativeQuery("SELECT cast(narrow_to(:project) AS text)", String.class)
                .setParameter("project", project.value())
                .getSingleResult();
    }

    /** Whether the database shows this project: what is absent is not to look like what is empty. */
    boolean hold(ProjectId project) {
        return Boolean.TRUE.equals(
                entities.createNativeQuery("SELECT EXISTS (SELECT 1 FROM project WHERE id = :project)", Boolean.class)
                        .setParameter("project", project.value())
                        .getSingleResult());
    }

    /**
     * For work that would do harm if it saw too little: it stops instead.
     *
     * @throws IllegalStateException when the transaction does not see every project
     */
    public void requireEverything() {
        Object everything = entities.createNativeQuery("SELECT everything_visible()", Boolean.class)
                .getSingleResult();
        if (!Boolean.TRUE.equals(everything)) {
            throw new IllegalStateException("This needs to see the rows of every project and does not");
        }
    }
}
