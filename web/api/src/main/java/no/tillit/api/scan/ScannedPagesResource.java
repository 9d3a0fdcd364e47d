package no.tillit.api.scan;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.kernel.Purpose;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScannedFormSummary;
import no.tillit.scan.ScannedPageId;
import no.tillit.scan.ScannedPicture;
import no.tillit.scan.SortingScans;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One page that was scanned. */
@Path("/scanned-pages/{id}")
public class ScannedPagesResource {
    @Inject
    private ReadingScans reading;

    @Inject
    private SortingScans sorting;

    @GET
    @Produces({ScannedPicture.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "The page's picture, upright")
    public Response picture(
            @PathParam("id") ScannedPageId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        ScannedPicture picture = reading.picture(id, Purposes.required(purpose));
        StreamingOutput body = picture::writeTo;
        return Response.ok(body, ScannedPicture.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, picture.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"page.jpg\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("split")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The form ends before this page; it and those after it are a form of their own")
    public ScannedFormSummary split(
            @PathParam("id") ScannedPageId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return sorting.split(id, Purposes.required(purpose));
    }

    @DELETE
    @Operation(summary = "Throw the page away, for good; refused when a consent rests on it")
    public void discard(@PathParam("id") ScannedPageId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        sorting.discard(id, Purposes.required(purpose));
    }
}
