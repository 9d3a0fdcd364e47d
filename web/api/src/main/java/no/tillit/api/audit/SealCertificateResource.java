package no.tillit.api.audit;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.tillit.oversight.ReadingSeal;
import no.tillit.oversight.SealOutlook;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The certificate that documents are sealed with. */
@Path("/seal-certificate")
@Produces(MediaType.APPLICATION_JSON)
public class SealCertificateResource {
    @Inject
    private ReadingSeal reading;

    @GET
    @Operation(summary = "The certificate that documents are sealed with, to compare seals with, and when it ends")
    public SealOutlook certificate() {
        return reading.outlook();
    }
}
