package no.tillit.api.document;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.document.DocumentFilter;
import no.tillit.document.DocumentSort;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.ReadingDocuments;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The documents of a project. */
@Path("/projects/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectDocumentsResource {
    @Inject
    private ReadingDocuments reading;

    @GET
    @Operation(summary = "A project's documents; q finds part of a pseudonym")
    public Page<DocumentSummary> page(
            @PathParam("id") ProjectId id,
            @QueryParam("type") @Nullable DocumentType type,
            @QueryParam("state") @Nullable DocumentState state,
            @QueryParam("q") @Nullable String pseudonym,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        var filter = new DocumentFilter(type, state, pseudonym, null, null);
        return reading.page(
                id, filter, DocumentSort.named(sort), new PageRequest(page, size), Purposes.required(purpose));
    }
}
