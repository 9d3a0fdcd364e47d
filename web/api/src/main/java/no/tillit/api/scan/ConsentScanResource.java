package no.tillit.api.scan;

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
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScannedFormDetails;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages from which a consent was recorded. */
@Path("/consents/{id}/scan")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentScanResource {
    @Inject
    private ReadingScans reading;

    @GET
    @Operation(summary = "The scanned pages of a consent, to check it by; absent when it was recorded without them")
    public ScannedFormDetails open(
            @PathParam("id") ConsentId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.of(id, Purposes.required(purpose)).orElseThrow(NotFound::new);
    }
}
