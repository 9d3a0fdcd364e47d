package no.tillit.api.retention;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import no.tillit.api.base.Body;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.kernel.Purpose;
import no.tillit.retention.Hold;
import no.tillit.retention.HoldId;
import no.tillit.retention.Holding;
import no.tillit.retention.ReadingHolds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One hold: read, looked at again, released. */
@Path("/holds")
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {
    /** The day on which somebody has to look again. */
    public record ReviewForm(@Nullable LocalDate reviewOn) {}

    @Inject
    private ReadingHolds reading;

    @Inject
    private Holding holding;

    @GET
    @Path("{id}")
    @Operation(summary = "A hold; the reason for those who may know it")
    public Hold open(@PathParam("id") HoldId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.open(id, Purposes.required(purpose));
    }

    @POST
    @Path("{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Note that the hold is still needed, and when somebody has to look again")
    public Hold review(
            @PathParam("id") HoldId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable ReviewForm body) {
        return holding.review(id, Body.required(body).reviewOn(), Purposes.required(purpose));
    }

    @POST
    @Path("{id}/release")
    @Operation(summary = "Release the hold; what it held follows its schedule again")
    public Hold release(@PathParam("id") HoldId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return holding.release(id, Purposes.required(purpose));
    }
}
