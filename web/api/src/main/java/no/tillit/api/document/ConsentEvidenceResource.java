package no.tillit.api.document;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import no.tillit.api.base.Created;
import no.tillit.consent.ConsentId;
import no.tillit.document.AttachingEvidence;
import no.tillit.document.DocumentSummary;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The scan of a signed consent form. */
@Path("/consents/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentEvidenceResource {
    @Inject
    private AttachingEvidence attaching;

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Attach the scan of the signed form; the body is the file")
    public Response attach(@PathParam("id") ConsentId id, @BeanParam Upload upload, InputStream body) {
        DocumentSummary document = attaching.attach(id, upload.file(body), upload.purpose());
        return Created.at("documents/" + document.id().value(), document);
    }
}
