package no.tillit.erasure.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.function.Function;
import no.tillit.access.Role;
import org.jboss.ejb3.annotation.RunAsPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Deletions are carried out by {@code system}, whoever approved them: a batch job and a timer have no caller of their own.
 * Open to them alone, since nothing outside {@code erasure.internal} may see this class.
 */
@Stateless
@PermitAll
@RunAs(Role.Names.SYSTEM)
@RunAsPrincipal(Role.Names.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureActor {
    @Inject
    private CarryingOutDeletion work;

    @Inject
    private EndingDeletion ending;

    /** Does the work as {@code system}. */
    public <T extends @Nullable Object> T call(Function<CarryingOutDeletion, T> task) {
        return task.apply(work);
    }

    /** Does what comes at the end as {@code system}. */
    public <T extends @Nullable Object> T end(Function<EndingDeletion, T> task) {
        return task.apply(ending);
    }

    /** Does the work as {@code system}. */
    public void run(Consumer<CarryingOutDeletion> task) {
        task.accept(work);
    }
}
