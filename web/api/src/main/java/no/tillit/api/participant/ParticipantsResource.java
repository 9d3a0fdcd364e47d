package no.tillit.api.participant;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantDetails;
import no.tillit.participant.ReadingParticipants;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One participant, by pseudonym. */
@Path("/participants/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ParticipantsResource {
    @Inject
    private ReadingParticipants reading;

    @GET
    @Operation(summary = "A participant, without anything that says who it is")
    public ParticipantDetails open(
            @PathParam("id") ParticipantId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.open(id, Purposes.required(purpose));
    }
}
