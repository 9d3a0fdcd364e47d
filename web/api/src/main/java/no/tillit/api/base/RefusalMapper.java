package no.tillit.api.base;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.EnumSet;
import java.util.Set;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Refusal;

/** A refusal of the rules becomes a problem with its own code; hidden and absent are the same 404. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {
    private static final int RETRY_AFTER_SECONDS = 10;
    private static final Set<Refusal.Kind> MAY_HELP_LATER = EnumSet.of(Refusal.Kind.UNAVAILABLE, Refusal.Kind.TOO_MANY);

    @Override
    public Response toResponse(Refusal refusal) {
        return answer(refusal);
    }

    static Response answer(Refusal refusal) {
        String field = refusal instanceof InvalidInput input ? input.field() : null;
        Response answer =
                Problem.response(status(refusal), refusal.code(), String.valueOf(refusal.getMessage()), field);
        return MAY_HELP_LATER.contains(refusal.kind())
                ? Response.fromResponse(answer)
                        .header("Retry-After", RETRY_AFTER_SECONDS)
                        .build()
                : answer;
    }

    private static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> 422;
            case UNSUPPORTED -> 415;
            case TOO_LARGE -> 413;
            case ABSENT -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case GONE -> 410;
            case DAMAGED -> 500;
            case TIMED_OUT -> 408;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
