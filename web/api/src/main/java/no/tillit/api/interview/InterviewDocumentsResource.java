package no.tillit.api.interview;

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
import no.tillit.api.document.Upload;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.InterviewId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Recordings, transcripts and notes of an interview. */
@Path("/interviews/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
public class InterviewDocumentsResource {
    @Inject
    private AttachingToInterview attaching;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Attach a recording, transcript or notes to an interview; the body is the file")
    public Response attach(
            @PathParam("id") InterviewId id,
            @QueryParam("type") @Nullable String type,
            @BeanParam Upload upload,
            InputStream body) {
        DocumentSummary document = attaching.attach(id, DocumentType.named(type), upload.file(body), upload.purpose());
        return Created.at("documents/" + document.id().value(), document);
    }
}
