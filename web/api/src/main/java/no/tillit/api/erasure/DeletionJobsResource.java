package no.tillit.api.erasure;

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
import java.util.UUID;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.erasure.AnsweringRequest;
import no.tillit.erasure.DecidingDeletion;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionFilter;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.DoingByHand;
import no.tillit.erasure.ExtensionReason;
import no.tillit.erasure.ManualKind;
import no.tillit.erasure.NewDeletion;
import no.tillit.erasure.ProposingDeletion;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.erasure.StoppingDeletion;
import no.tillit.erasure.StoredCertificate;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Deletions: proposed with a preview, approved by a second person, carried out, certified. */
@Path("/deletion-jobs")
@Produces(MediaType.APPLICATION_JSON)
public class DeletionJobsResource {
    /** What is to be deleted; without participant everything in the project. A participant's request has a day of receipt. */
    public record DeletionForm(
            @Nullable ProjectId project,
            @Nullable ParticipantId participant,
            @Nullable DeletionCause cause,
            @Nullable LocalDate receivedOn,
            @Nullable String receivedBy) {}

    /** Which version of the preview is approved. */
    public record ApprovalForm(@Nullable Integer version) {}

    /** Why it is refused, 1 to 500 characters without anybody's name. */
    public record RefusalForm(@Nullable String reason) {}

    /** What is done by hand, and where it is, 1 to 200 characters. */
    public record StepForm(
            @Nullable ManualKind kind, @Nullable String place) {}

    /** When the participant was told what was done. */
    public record AnswerForm(@Nullable LocalDate answeredOn) {}

    /** Why the answer takes longer, and when the participant was told. */
    public record ExtensionForm(
            @Nullable ExtensionReason reason, @Nullable LocalDate toldOn) {}

    /** When it was done. */
    public record ConfirmationForm(@Nullable LocalDate doneOn) {}

    @Inject
    private StoppingDeletion stopping;

    @Inject
    private DoingByHand byHand;

    @Inject
    private ProposingDeletion proposing;

    @Inject
    private DecidingDeletion deciding;

    @Inject
    private AnsweringRequest answering;

    @Inject
    private ReadingDeletionJobs reading;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Propose a deletion, or take up the same one that is open; answers with the preview")
    public Response propose(@HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose, @Nullable DeletionForm body) {
        DeletionForm form = Body.required(body);
        NewDeletion wanted =
                NewDeletion.of(form.project(), form.participant(), form.cause(), form.receivedOn(), form.receivedBy());
        DeletionPreview preview = proposing.propose(wanted, Purposes.required(purpose));
        return Created.at("deletion-jobs/" + preview.job().id().value(), DeletionJobView.of(preview));
    }

    @GET
    @Operation(summary = "The deletion jobs you may know of, newest first")
    public Page<DeletionJobSummary> page(
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @QueryParam("project") @Nullable ProjectId project,
            @QueryParam("state") @Nullable DeletionState state,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        return reading.page(
                new DeletionFilter(project, state), new PageRequest(page, size), Purposes.required(purpose));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A deletion job with its preview and how far it has come")
    public Response open(@PathParam("id") DeletionJobId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return answer(reading.open(id, Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/presentation")
    @Operation(summary = "Take up what the system proposed, so that another person can approve it")
    public Response present(
            @PathParam("id") DeletionJobId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return answer(proposing.present(id, Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/approval")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Approve the version of the preview you have seen, named by If-Match or in the body")
    public Response approve(
            @PathParam("id") DeletionJobId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable ApprovalForm body) {
        int version = version(match, body);
        return answer(deciding.approve(id, version, Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuse the deletion, with the reason")
    public Response refuse(
            @PathParam("id") DeletionJobId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable RefusalForm body) {
        RefusalForm form = Body.required(body);
        return answer(deciding.refuse(id, form.reason(), Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Try once more what failed in an approved deletion")
    public Response retry(@PathParam("id") DeletionJobId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return answer(deciding.retry(id, Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stop an approved deletion within its cooling period; what is blocked stays blocked")
    public Response stop(@PathParam("id") DeletionJobId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return answer(stopping.stop(id, Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Let a running deletion pause before its next records")
    public Response pause(@PathParam("id") DeletionJobId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return answer(stopping.pause(id, Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/resumption")
    @Operation(summary = "Let a paused deletion go on")
    public Response resume(@PathParam("id") DeletionJobId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return answer(stopping.resume(id, Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/manual-steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add something that is done by hand; the certificate waits for it")
    public Response addStep(
            @PathParam("id") DeletionJobId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable StepForm body) {
        StepForm form = Body.required(body);
        return answer(byHand.add(id, form.kind(), form.place(), Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/manual-steps/{step}/confirmation")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Confirm in your name that it was done; today, unless you name the day")
    public Response confirm(
            @PathParam("id") DeletionJobId id,
            @PathParam("step") UUID step,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable ConfirmationForm body) {
        return answer(byHand.confirm(id, step, body == null ? null : body.doneOn(), Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/answer")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Note that the participant who asked was told what was done; today, unless you name the day")
    public Response answer(
            @PathParam("id") DeletionJobId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable AnswerForm body) {
        return answer(answering.answered(id, body == null ? null : body.answeredOn(), Purposes.required(purpose)));
    }

    @POST
    @Path("{id}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Take two months more for the answer, once, before the month is over; the participant was told today, unless you name the day")
    public Response extend(
            @PathParam("id") DeletionJobId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable ExtensionForm body) {
        ExtensionForm form = Body.required(body);
        return answer(answering.extend(id, form.reason(), form.toldOn(), Purposes.required(purpose)));
    }

    @GET
    @Path("{id}/certificate")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "The certificate of a completed deletion, as PDF")
    public Response certificate(
            @PathParam("id") DeletionJobId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        StoredCertificate certificate = reading.certificate(id, Purposes.required(purpose));
        return Response.ok(certificate.pdf(), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"deletion-certificate-" + id.value() + ".pdf\"")
                .header("Cache-Control", "no-store")
                .tag(certificate.sha256())
                .build();
    }

    private static Response answer(DeletionPreview preview) {
        return Response.ok(DeletionJobView.of(preview))
                .tag(Integer.toString(preview.job().version()))
                .build();
    }

    private static int version(@Nullable String match, @Nullable ApprovalForm body) {
        if (body != null && body.version() != null) {
            return body.version();
        }
        String text = match == null ? "" : match.replace("\"", "").strip();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput(
                    "version-missing",
                    "version",
                    "Name the version of the preview you have seen, in If-Match or as version.");
        }
    }
}
