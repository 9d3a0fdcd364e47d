package no.tillit.api.interview;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.ReadingInterviews;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One interview. */
@Path("/interviews/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class InterviewsResource {
    @Inject
    private ReadingInterviews reading;

    @GET
    @Operation(summary = "An interview, without anything that was said")
    public InterviewSummary open(
            @PathParam("id") InterviewId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.open(id, Purposes.required(purpose));
    }
}
