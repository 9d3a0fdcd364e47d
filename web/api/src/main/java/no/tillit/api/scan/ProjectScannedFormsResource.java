package no.tillit.api.scan;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScanCounts;
import no.tillit.scan.ScannedFormState;
import no.tillit.scan.ScannedFormSummary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The scanned forms of a project. */
@Path("/projects/{id}/scanned-forms")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectScannedFormsResource {
    @Inject
    private ReadingScans reading;

    @GET
    @Operation(summary = "Scanned forms, the oldest first; those that are not matched unless a state is named")
    public Page<ScannedFormSummary> forms(
            @PathParam("id") ProjectId project,
            @QueryParam("state") @Nullable ScannedFormState state,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        Set<ScannedFormState> asked = state == null ? Set.of() : Set.of(state);
        return reading.forms(project, asked, new PageRequest(page, size), Purposes.required(purpose));
    }

    @GET
    @Path("counts")
    @Operation(summary = "How many scanned forms wait for somebody")
    public ScanCounts counts(
            @PathParam("id") ProjectId project, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.counts(project, Purposes.required(purpose));
    }
}
