package no.tillit.api.base;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.kernel.DatabaseUnavailable;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Refusal;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Everything that is not a refusal: what could not be read, what does not exist, and our own faults. No stack trace leaves. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FaultMapper.class);

    @Override
    public Response toResponse(Throwable fault) {
        Refusal refusal = inside(fault, Refusal.class);
        if (refusal != null) {
            return RefusalMapper.answer(refusal);
        }
        DatabaseUnavailable away = DatabaseUnavailable.in(fault);
        if (away != null) {
            LOG.warn("The database cannot be reached", away);
            return RefusalMapper.answer(away);
        }
        if (inside(fault, EJBAccessException.class) != null) {
            return RefusalMapper.answer(new NotFound());
        }
        if (inside(fault, StreamConstraintsException.class) != null) {
            return Problem.response(413, "too-large", "This is more JSON than one request may hold.", null);
        }
        if (inside(fault, WholeBodies.TooLarge.class) != null) {
            return Problem.response(413, "too-large", "This is more than one request may hold.", null);
        }
        JsonMappingException mapping = inside(fault, JsonMappingException.class);
        if (mapping != null) {
            return Problem.response(
                    400,
                    "json-does-not-fit",
                    "A field is unknown, is missing or has the wrong type. See /api/openapi for the form.",
                    path(mapping));
        }
        if (inside(fault, com.fasterxml.jackson.core.JsonProcessingException.class) != null) {
            return Problem.response(400, "json-malformed", "The body is not JSON.", null);
        }
        if (fault instanceof WebApplicationException web) {
            return ofHttp(web);
        }
        String number = UUID.randomUUID().toString();
        LOG.errorf(fault, "Fault %s", number);
        return Problem.response(
                500,
                "fault",
                "Something failed here. Look whether it was stored before you try again, and give your operator the number "
                        + number + ".",
                null);
    }

    private static Response ofHttp(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        String detail =
                switch (status) {
                    case 404 -> "There is nothing here that you have access to.";
                    case 405 -> "This address does not take this method.";
                    case 406 -> "This address cannot answer in that media type.";
                    case 415 -> "This address does not take that media type.";
                    default -> "The request could not be read.";
                };
        String code =
                switch (status) {
                    case 404 -> "not-found";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 415 -> "media-type-not-taken";
                    default -> "bad-request";
                };
        return Problem.response(status, code, detail, null);
    }

    private static @Nullable String path(JsonMappingException mapping) {
        String path = mapping.getPath().stream()
                .flatMap(r -> r.getFieldName() == null ? Stream.empty() : Stream.of(r.getFieldName()))
                .filter(name -> name.matches("[A-Za-z]{1,40}"))
                .collect(Collectors.joining("."));
        return path.isEmpty() ? null : path;
    }

    private static <T extends Throwable> @Nullable T inside(Throwable fault, Class<T> type) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
