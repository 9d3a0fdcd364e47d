package no.tillit.api.participant;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.idempotency.Requests;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.NewParticipant;
import no.tillit.participant.ParticipantFilter;
import no.tillit.participant.ParticipantSort;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.ParticipantSummary;
import no.tillit.participant.ReadingParticipants;
import no.tillit.participant.RegisteringParticipant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The participants of a project. */
@Path("/projects/{id}/participants")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectParticipantsResource {
    @Inject
    private RegisteringParticipant registering;

    @Inject
    private ReadingParticipants reading;

    @Inject
    private Requests requests;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register a participant and get a pseudonym")
    public Response register(
            @PathParam("id") ProjectId project,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Nullable NewParticipant body) {
        Purpose purpose = Purposes.required(named);
        NewParticipant wanted = Body.required(body);
        UUID id = requests.once(
                key,
                "participant " + project + wanted,
                () -> registering.register(project, wanted, purpose).id().value());
        return Created.at("participants/" + id, reading.open(new ParticipantId(id), purpose));
    }

    @GET
    @Operation(summary = "A project's participants; q finds part of a pseudonym")
    public Page<ParticipantSummary> page(
            @PathParam("id") ProjectId project,
            @QueryParam("state") @Nullable ParticipantState state,
            @QueryParam("sample") @Nullable String sample,
            @QueryParam("q") @Nullable String pseudonym,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named) {
        Purpose purpose = Purposes.required(named);
        var filter = new ParticipantFilter(state, sampleId(sample), pseudonym);
        return reading.page(project, filter, ParticipantSort.named(sort), new PageRequest(page, size), purpose);
    }

    private static @Nullable UUID sampleId(@Nullable String sample) {
        try {
            return sample == null || sample.isBlank() ? null : UUID.fromString(sample);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidInput("sample-unknown", "sample", "The approval of this project has no such sample.");
        }
    }
}
