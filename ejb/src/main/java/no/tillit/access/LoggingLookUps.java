package no.tillit.access;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.audit.Outcome;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;

/**
 * Whoever asks for a record that does not exist, or that the database does not show them, is refused and logged in the same
 * way: the two cannot be told apart, and trying is on record (O-24). Bound to every bean by {@code ejb-jar.xml}.
 *
 * <p>What {@link Access} refused is in the log already and is not logged again.
 */
public class LoggingLookUps {
    private static final String ACTION = "record.looked-for";

    @Inject
    private Callers callers;

    @Inject
    private AuditLog audit;

    @AroundInvoke
    Object logged(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (NotFound absent) {
            if (absent.isFirstTold()) {
                audit.recordNow(entry(call.getParameters()));
            }
            throw absent;
        }
    }

    private AuditEntry entry(Object[] parameters) {
        Caller caller = callers.current();
        AuditEntry entry = new AuditEntry(
                caller.username(),
                caller.roles().stream().map(Role::keycloakName).sorted().collect(Collectors.joining(",")),
                first(parameters, Purpose.class).orElse(null),
                ACTION,
                first(parameters, ProjectId.class).orElse(null),
                null,
                null,
                null,
                Outcome.REFUSED,
                "no-access");
        return Arrays.stream(parameters)
                .filter(LoggingLookUps::isId)
                .findFirst()
                .map(id -> entry.on(typeOf(id), idOf(id)))
                .orElse(entry);
    }

    private static <T> Optional<T> first(Object[] parameters, Class<T> type) {
        return Arrays.stream(parameters)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Ids are records of one UUID whose names end so. */
    private static boolean isId(Object parameter) {
        if (!(parameter instanceof Record)
                || !parameter.getClass().getSimpleName().endsWith("Id")) {
            return false;
        }
        RecordComponent[] parts = parameter.getClass().getRecordComponents();
        return parts.length == 1 && parts[0].getType() == UUID.class;
    }

    /** {@code DeletionJobId} is the id of a {@code deletion-job}. */
    private static String typeOf(Object id) {
        String name = id.getClass().getSimpleName();
        return name.substring(0, name.length() - "Id".length())
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static UUID idOf(Object id) {
        try {
            return (UUID) id.getClass().getRecordComponents()[0].getAccessor().invoke(id);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("An id without its value", e);
        }
    }
}
