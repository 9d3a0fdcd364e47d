package no.tillit.api.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * JSON that does not fit goes to {@link FaultMapper} as everything else does. RESTEasy brings mappers of its own for these
 * types, which tell of classes and lines; ours stand before them.
 */
final class JsonFaults {
    private JsonFaults() {}

    /** What is not JSON. */
    @Provider
    public static class Malformed implements ExceptionMapper<JsonProcessingException> {
        @Override
        public Response toResponse(JsonProcessingException fault) {
            return new FaultMapper().toResponse(fault);
        }
    }

    /** What does not have the form asked for. */
    @Provider
    public static class Unfitting implements ExceptionMapper<JsonMappingException> {
        @Override
        public Response toResponse(JsonMappingException fault) {
            return new FaultMapper().toResponse(fault);
        }
    }

    /** What has a field too many. */
    @Provider
    public static class Unknown implements ExceptionMapper<UnrecognizedPropertyException> {
        @Override
        public Response toResponse(UnrecognizedPropertyException fault) {
            return new FaultMapper().toResponse(fault);
        }
    }
}
