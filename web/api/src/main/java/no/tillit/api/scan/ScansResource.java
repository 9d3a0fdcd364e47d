package no.tillit.api.scan;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.kernel.Purpose;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScanBatchId;
import no.tillit.scan.ScanBatchSummary;
import no.tillit.scan.SortingScans;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A file of scanned forms. */
@Path("/scans/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ScansResource {
    @Inject
    private ReadingScans reading;

    @Inject
    private SortingScans sorting;

    @GET
    @Operation(summary = "How far the reading of a file has come")
    public ScanBatchSummary open(
            @PathParam("id") ScanBatchId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.batch(id, Purposes.required(purpose));
    }

    @DELETE
    @Operation(summary = "Throw a file away with every form of it that is not matched; reading it stops")
    public void discard(@PathParam("id") ScanBatchId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        sorting.discard(id, Purposes.required(purpose));
    }
}
