package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ReadingConsents;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One consent. */
@Path("/consents/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentsResource {
    @Inject
    private ReadingConsents reading;

    @GET
    @Operation(summary = "A consent as it stands today, item by item")
    public ConsentSummary open(@PathParam("id") ConsentId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.open(id, Purposes.required(purpose));
    }
}
