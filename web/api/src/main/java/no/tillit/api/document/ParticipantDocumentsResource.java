package no.tillit.api.document;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import no.tillit.api.base.Created;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.kernel.ParticipantId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Documents of a person's case. */
@Path("/participants/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
public class ParticipantDocumentsResource {
    @Inject
    private AttachingToParticipant attaching;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Attach a document to a participant; the body is the file")
    public Response attach(
            @PathParam("id") ParticipantId id,
            @QueryParam("type") @Nullable String type,
            @BeanParam Upload upload,
            InputStream body) {
        DocumentSummary document = attaching.attach(id, DocumentType.named(type), upload.file(body), upload.purpose());
        return Created.at("documents/" + document.id().value(), document);
    }
}
