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
import no.tillit.consent.capture.CaptureDetails;
import no.tillit.consent.capture.CapturingConsent;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How a consent was taken down that is not on paper. */
@Path("/consents/{id}/capture")
@Produces(MediaType.APPLICATION_JSON)
public class CaptureResource {
    @Inject
    private CapturingConsent capturing;

    @GET
    @Operation(summary = "How a consent was taken down that is not on paper: who was present, why, the sealed document")
    public CaptureDetails details(
            @PathParam("id") ConsentId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return capturing.details(id, Purposes.required(purpose));
    }
}
