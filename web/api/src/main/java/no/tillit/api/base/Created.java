package no.tillit.api.base;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The answer to a creation: 201, where the record is, and the record. */
public final class Created {
    private Created() {}

    /**
     * @param path the record's address below {@code /api/v1/}
     */
    public static Response at(String path, Object record) {
        return Response.created(URI.create(path)).entity(record).build();
    }
}
