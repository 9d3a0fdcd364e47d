package no.tillit.api.interview;

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
import java.time.LocalDate;
import java.util.List;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.idempotency.Requests;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewFilter;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewSort;
import no.tillit.interview.InterviewState;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.NewInterview;
import no.tillit.interview.ReadingInterviews;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The interviews of a project. */
@Path("/projects/{id}/interviews")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectInterviewsResource {
    /** An interview as it is sent. */
    public record InterviewForm(
            @Nullable InterviewKind kind,
            @Nullable LocalDate heldOn,
            @Nullable List<ParticipantId> participants,
            @Nullable Integer minutes,
            @Nullable Boolean recorded) {}

    @Inject
    private CreatingInterview creating;

    @Inject
    private ReadingInterviews reading;

    @Inject
    private Requests requests;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register an interview that was held")
    public Response create(
            @PathParam("id") ProjectId project,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Nullable InterviewForm body) {
        Purpose purpose = Purposes.required(named);
        InterviewForm form = Body.required(body);
        NewInterview wanted =
                NewInterview.of(form.kind(), form.heldOn(), form.participants(), form.minutes(), form.recorded());
        var id = requests.once(
                key,
                "interview " + project + wanted,
                () -> creating.create(project, wanted, purpose).id().value());
        return Created.at("interviews/" + id, reading.open(new InterviewId(id), purpose));
    }

    @GET
    @Operation(summary = "A project's interviews; q finds part of a pseudonym")
    public Page<InterviewSummary> page(
            @PathParam("id") ProjectId project,
            @QueryParam("kind") @Nullable InterviewKind kind,
            @QueryParam("state") @Nullable InterviewState state,
            @QueryParam("q") @Nullable String pseudonym,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        var filter = new InterviewFilter(kind, state, pseudonym, null);
        return reading.page(
                project, filter, InterviewSort.named(sort), new PageRequest(page, size), Purposes.required(purpose));
    }
}
