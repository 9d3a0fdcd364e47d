package no.tillit.api.consent;

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
import java.util.List;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.template.AskedAgain;
import no.tillit.consent.template.AskingAgain;
import no.tillit.consent.template.ReadingTemplates;
import no.tillit.consent.template.ReadyMade;
import no.tillit.consent.template.StartingTemplate;
import no.tillit.consent.template.TemplateSummary;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.idempotency.Requests;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The consent templates of a project. */
@Path("/projects/{id}/consent-templates")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectTemplatesResource {
    /**
     * A template to begin.
     *
     * @param readyMade the template that comes with the product and is copied, e.g. {@code study-participation}
     */
    public record TemplateForm(
            @Nullable String readyMade, @Nullable String name) {}

    @Inject
    private StartingTemplate starting;

    @Inject
    private ReadingTemplates reading;

    @Inject
    private AskingAgain asking;

    @Inject
    private Requests requests;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin a template with a draft, copied from one that comes with the product",
            description = "readyMade is study-participation, study-participation-professionals or plan-sharing.")
    public Response begin(
            @PathParam("id") ProjectId id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Nullable TemplateForm body) {
        TemplateForm form = Body.required(body);
        ReadyMade from = ReadyMade.named(form.readyMade());
        var version = requests.once(
                key,
                "template " + id.value() + " " + form,
                () -> starting.begin(id, from, form.name()).value());
        return Created.at("consent-template-versions/" + version, reading.open(new TemplateVersionId(version)));
    }

    @GET
    @Operation(summary = "A project's consent templates with their versions, by name")
    public List<TemplateSummary> list(@PathParam("id") ProjectId id) {
        return reading.in(id);
    }

    @GET
    @Path("asked-again")
    @Operation(summary = "Who signed an earlier version and is to be asked again, until they have answered")
    public Page<AskedAgain> askedAgain(
            @PathParam("id") ProjectId id,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return asking.page(id, new PageRequest(page, size), Purposes.required(purpose));
    }
}
