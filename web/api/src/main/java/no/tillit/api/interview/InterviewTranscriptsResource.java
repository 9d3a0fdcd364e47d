package no.tillit.api.interview;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.interview.InterviewId;
import no.tillit.interview.transcript.ReadingTranscript;
import no.tillit.interview.transcript.TranscriptSummary;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Which transcripts of an interview have been divided by speaker. */
@Path("/interviews/{id}/transcripts")
@Produces(MediaType.APPLICATION_JSON)
public class InterviewTranscriptsResource {
    @Inject
    private ReadingTranscript reading;

    @GET
    @Operation(summary = "The divided transcripts of an interview, without anything they say")
    public List<TranscriptSummary> of(
            @PathParam("id") InterviewId interview, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.of(interview, Purposes.required(purpose));
    }
}
