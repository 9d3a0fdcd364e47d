package no.tillit.api.retention;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.api.base.Days;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.reporting.ReportingToSikt;
import no.tillit.retention.DisposalDecision;
import no.tillit.retention.DueList;
import no.tillit.retention.DueOverview;
import no.tillit.retention.DueRecord;
import no.tillit.retention.EditingSchedules;
import no.tillit.retention.Hold;
import no.tillit.retention.HoldAudience;
import no.tillit.retention.HoldFilter;
import no.tillit.retention.Holding;
import no.tillit.retention.NewHold;
import no.tillit.retention.NewSchedule;
import no.tillit.retention.NotingEvents;
import no.tillit.retention.ReadingDue;
import no.tillit.retention.ReadingHolds;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionEvent;
import no.tillit.retention.RetentionPeriod;
import no.tillit.retention.RetentionSettings;
import no.tillit.retention.Schedule;
import no.tillit.retention.Schedule.Words;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A project's retention: its schedules, what is due, what happened, and what is held. */
@Path("/projects/{id}/retention")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectRetentionResource {
    /**
     * What a schedule is to say.
     *
     * @param period in ISO 8601, such as P2Y
     * @param version the one you have read; 0 for a new schedule or one that came with the product
     */
    public record ScheduleForm(
            @Nullable RecordKind covers,
            @Nullable RetentionEvent starts,
            @Nullable LocalDate startsOn,
            @Nullable String period,
            @Nullable DisposalDecision disposal,
            @Nullable String authority,
            @Nullable Words words,
            @Nullable Boolean inForce,
            @Nullable Integer version) {}

    /** What is to be held, and why. */
    public record HoldForm(
            @Nullable ParticipantId participant,
            @Nullable RecordKind kind,
            @Nullable UUID record,
            @Nullable String reason,
            @Nullable String authority,
            @Nullable LocalDate reviewOn,
            @Nullable HoldAudience audience) {}

    /** What happened to a record; without a day, today. */
    public record EventForm(
            @Nullable RetentionEvent event,
            @Nullable RecordKind kind,
            @Nullable UUID record,
            @Nullable LocalDate day) {}

    @Inject
    private EditingSchedules schedules;

    @Inject
    private ReadingDue due;

    @Inject
    private ReportingToSikt reporting;

    @Inject
    private NotingEvents noting;

    @Inject
    private Holding holding;

    @Inject
    private ReadingHolds holds;

    @GET
    @Path("schedules")
    @Operation(summary = "The project's retention schedules in their newest versions, those out of force too")
    public List<Schedule> schedules(
            @PathParam("id") ProjectId project, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return schedules.all(project, Purposes.required(purpose));
    }

    @GET
    @Path("schedules/{code}")
    @Operation(summary = "All versions of one schedule, newest first")
    public List<Schedule> versions(
            @PathParam("id") ProjectId project,
            @PathParam("code") String code,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return schedules.versions(project, code, Purposes.required(purpose));
    }

    @PUT
    @Path("schedules/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put a new version of a schedule into force, or take it out; dates follow at once")
    @SuppressWarnings("NullAway")
    public Schedule putSchedule(
            @PathParam("id") ProjectId project,
            @PathParam("code") String code,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable ScheduleForm body) {
        ScheduleForm form = Body.required(body);
        NewSchedule wanted = new NewSchedule(
                code,
                form.covers(),
                form.starts(),
                form.startsOn(),
                RetentionPeriod.parse(form.period()),
                form.disposal(),
                form.authority(),
                form.words(),
                !Boolean.FALSE.equals(form.inForce()));
        return schedules.put(project, wanted, form.version() == null ? 0 : form.version(), Purposes.required(purpose));
    }

    @GET
    @Path("settings")
    @Operation(summary = "How the project wants its deletions and reminders")
    public RetentionSettings settings(
            @PathParam("id") ProjectId project, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return schedules.settings(project, Purposes.required(purpose));
    }

    @PUT
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set the cooling period, how long ahead to remind, and the project's mailbox for reminders")
    public RetentionSettings set(
            @PathParam("id") ProjectId project,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable RetentionSettings body) {
        return schedules.set(project, Body.required(body), Purposes.required(purpose));
    }

    @GET
    @Path("due")
    @Operation(summary = "What is due until a day: to dispose of, to review, held, or preserved; today without a day")
    public Page<DueRecord> due(
            @PathParam("id") ProjectId project,
            @QueryParam("list") @Nullable DueList list,
            @QueryParam("kind") @Nullable RecordKind kind,
            @QueryParam("until") @Nullable String until,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return due.page(
                project,
                list == null ? DueList.DISPOSE : list,
                kind,
                Days.of("until", until),
                new PageRequest(page, size),
                Purposes.required(purpose));
    }

    @GET
    @Path("overview")
    @Operation(summary = "How much is due, to review, held and preserved, and what goes in which month")
    public DueOverview overview(
            @PathParam("id") ProjectId project,
            @QueryParam("until") @Nullable String until,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return due.overview(project, Days.of("until", until), Purposes.required(purpose));
    }

    @GET
    @Path("report")
    @Produces({"application/pdf", "text/csv;charset=UTF-8", MediaType.APPLICATION_JSON})
    @Operation(
            summary =
                    "What the project holds, for how long, and what was erased: on paper, or with format=csv as a table")
    public Response report(
            @PathParam("id") ProjectId project,
            @QueryParam("language") @Nullable String language,
            @QueryParam("format") @Nullable String format,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        boolean csv = "csv".equals(format);
        Object report = csv
                ? reporting.csv(project, Purposes.required(purpose))
                : reporting.pdf(project, language, Purposes.required(purpose));
        return Response.ok(report, csv ? "text/csv;charset=UTF-8" : "application/pdf")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"sikt-" + project.value() + (csv ? ".csv\"" : ".pdf\""))
                .build();
    }

    @POST
    @Path("events")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Note what starts a schedule's clock, such as that a transcript was approved")
    public void note(
            @PathParam("id") ProjectId project,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable EventForm body) {
        EventForm form = Body.required(body);
        noting.note(project, form.event(), form.kind(), form.record(), form.day(), Purposes.required(purpose));
    }

    @GET
    @Path("holds")
    @Operation(summary = "The project's holds, those to be reviewed first; the reason for those who may know it")
    public Page<Hold> holds(
            @PathParam("id") ProjectId project,
            @QueryParam("to-review") @DefaultValue("false") boolean toReview,
            @QueryParam("released") @DefaultValue("false") boolean released,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return holds.page(
                new HoldFilter(project, toReview, released), new PageRequest(page, size), Purposes.required(purpose));
    }

    @POST
    @Path("holds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hold a record, or all about a participant, until it is released")
    @SuppressWarnings("NullAway")
    public Response place(
            @PathParam("id") ProjectId project,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable HoldForm body) {
        HoldForm form = Body.required(body);
        if (form.reviewOn() == null) {
            throw new InvalidInput("missing", "reviewOn", "Fill in this field.");
        }
        NewHold wanted = new NewHold(
                form.participant(),
                form.kind(),
                form.record(),
                form.reason(),
                form.authority(),
                form.reviewOn(),
                form.audience());
        Hold placed = holding.place(project, wanted, Purposes.required(purpose));
        return Created.at("holds/" + placed.id().value(), placed);
    }
}
