package no.tillit.api.document;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.document.DocumentId;
import no.tillit.document.anonymised.AnonymityCheck;
import no.tillit.document.anonymised.MaterialNews;
import no.tillit.document.anonymised.MaterialSummary;
import no.tillit.document.anonymised.NewMaterial;
import no.tillit.document.anonymised.PuttingForward;
import no.tillit.document.anonymised.ReadingMaterial;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A project's anonymised material: what may stay when it ends. */
@Path("/projects/{id}/anonymised-material")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectMaterialResource {
    /** What it was made from, nothing for the whole project's data, and what its maker has looked for. */
    public record MaterialForm(
            @Nullable Set<DocumentId> madeFrom, @Nullable Set<AnonymityCheck> checks) {}

    @Inject
    private ReadingMaterial reading;

    @Inject
    private PuttingForward putting;

    @GET
    @Operation(summary = "A project's anonymised material and its drafts, newest first")
    public List<MaterialSummary> all(@PathParam("id") ProjectId id) {
        return reading.of(id);
    }

    @GET
    @Path("news")
    @Operation(
            summary =
                    "What waits for the caller's decision, oldest first, and which of their drafts went in the last thirty"
                            + " days because somebody withdrew or was erased; not of whom")
    public MaterialNews news(
            @PathParam("id") ProjectId id,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("20") int size) {
        return reading.news(id, new PageRequest(page, size));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put material forward as anonymised; its file comes by itself")
    public Response begin(@PathParam("id") ProjectId id, @Nullable MaterialForm body) {
        MaterialForm form = Body.required(body);
        Set<DocumentId> madeFrom = form.madeFrom();
        Set<AnonymityCheck> checks = form.checks();
        MaterialSummary begun = putting.begin(
                new NewMaterial(id, madeFrom == null ? Set.of() : madeFrom, checks == null ? Set.of() : checks));
        return Created.at("anonymised-material/" + begun.id().value(), begun);
    }
}
