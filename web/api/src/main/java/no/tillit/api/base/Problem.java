package no.tillit.api.base;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 has it.
 *
 * @param type {@code urn:tillit:problem:<code>}; the code is stable
 * @param detail one sentence that says what to do, without personal data
 * @param field the field that is to be mended, when there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field) {
    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** The answer that carries the problem. */
    public static Response response(int status, String code, String detail, @Nullable String field) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(new Problem("urn:tillit:problem:" + code, title, status, detail, field))
                .build();
    }
}
