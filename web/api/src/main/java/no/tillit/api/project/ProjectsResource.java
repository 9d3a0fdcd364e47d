package no.tillit.api.project;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import no.tillit.access.Membership;
import no.tillit.access.Role;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.api.base.Headers;
import no.tillit.idempotency.Requests;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.project.ManagingMembers;
import no.tillit.project.MovingEnd;
import no.tillit.project.NewEnd;
import no.tillit.project.NewProject;
import no.tillit.project.ProjectDetails;
import no.tillit.project.ProjectSummary;
import no.tillit.project.ReadingProjects;
import no.tillit.project.RegisteringProject;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Projects with their approval and members. */
@Path("/projects")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectsResource {
    /** A member's role in the project, and whether the contact register is open to them. */
    public record MemberForm(@Nullable Role role, boolean contacts) {}

    @Inject
    private RegisteringProject registering;

    @Inject
    private ReadingProjects reading;

    @Inject
    private ManagingMembers members;

    @Inject
    private MovingEnd moving;

    @Inject
    private Requests requests;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register a project with its approval")
    public Response register(@HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key, @Nullable NewProject body) {
        NewProject wanted = Body.required(body);
        var id = requests.once(
                key, "project " + wanted, () -> registering.register(wanted).value());
        return Created.at("projects/" + id, reading.open(new ProjectId(id)));
    }

    @GET
    @Operation(summary = "The projects you may know of, by name")
    public Page<ProjectSummary> page(
            @QueryParam("page") @DefaultValue("0") int page, @QueryParam("size") @DefaultValue("50") int size) {
        return reading.page(new PageRequest(page, size));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A project with its approval and members")
    public ProjectDetails open(@PathParam("id") ProjectId id) {
        return reading.open(id);
    }

    @PUT
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Move the last day of processing; a later one needs its assessed change notification")
    public NewEnd moveEnd(@PathParam("id") ProjectId id, @Nullable NewEnd body) {
        NewEnd wanted = Body.required(body);
        return new NewEnd(moving.move(id, wanted), wanted.notification(), wanted.assessedOn());
    }

    @PUT
    @Path("{id}/members/{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a member or change the member's role")
    public Membership putMember(
            @PathParam("id") ProjectId id, @PathParam("username") String username, @Nullable MemberForm body) {
        MemberForm form = Body.required(body);
        if (form.role() == null) {
            throw new InvalidInput("missing", "role", "Say which role the member has in the project.");
        }
        return members.put(id, username, form.role(), form.contacts());
    }

    @DELETE
    @Path("{id}/members/{username}")
    @Operation(summary = "End a membership at once")
    public void removeMember(@PathParam("id") ProjectId id, @PathParam("username") String username) {
        members.remove(id, username);
    }
}
