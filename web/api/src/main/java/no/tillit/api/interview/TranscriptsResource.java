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
import no.tillit.interview.transcript.DividedTranscript;
import no.tillit.interview.transcript.ReadingTranscript;
import no.tillit.interview.transcript.TranscriptId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One transcript that was divided by speaker. */
@Path("/transcripts/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class TranscriptsResource {
    @Inject
    private ReadingTranscript reading;

    @GET
    @Operation(summary = "What was said, by speaker; a gap where somebody spoke who has withdrawn")
    public DividedTranscript read(
            @PathParam("id") TranscriptId transcript, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.read(transcript, Purposes.required(purpose));
    }
}
