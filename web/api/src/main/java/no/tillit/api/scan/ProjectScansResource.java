package no.tillit.api.scan;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import no.tillit.api.base.Created;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.api.document.Upload;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ReceivingScans;
import no.tillit.scan.ScanBatchSummary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The files of scanned forms that were sent to a project. */
@Path("/projects/{id}/scans")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectScansResource {
    @Inject
    private ReceivingScans receiving;

    @Inject
    private ReadingScans reading;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Send a file of scanned forms (PDF, JPEG, PNG, TIFF); the body is the file",
            description = "It is read in the background, page by page. The same file again is answered with the first."
                    + " No consent is changed by it.")
    public Response send(@PathParam("id") ProjectId project, @BeanParam Upload upload, InputStream body) {
        ScanBatchSummary batch = receiving.receive(project, upload.file(body), upload.purpose());
        return Created.at("scans/" + batch.id().value(), batch);
    }

    @GET
    @Operation(summary = "The files that are read, refused, or of which forms are open; the newest first")
    public List<ScanBatchSummary> files(
            @PathParam("id") ProjectId project, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.batches(project, Purposes.required(purpose));
    }
}
