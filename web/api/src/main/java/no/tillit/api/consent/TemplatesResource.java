package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.tillit.api.base.Created;
import no.tillit.api.base.Headers;
import no.tillit.consent.template.ReadingTemplates;
import no.tillit.consent.template.StartingTemplate;
import no.tillit.consent.template.TemplateId;
import no.tillit.consent.template.TemplateSummary;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.idempotency.Requests;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One consent template. */
@Path("/consent-templates/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {
    @Inject
    private StartingTemplate starting;

    @Inject
    private ReadingTemplates reading;

    @Inject
    private Requests requests;

    @GET
    @Operation(summary = "A consent template with its versions, newest first")
    public TemplateSummary open(@PathParam("id") TemplateId id) {
        return reading.open(id);
    }

    @POST
    @Path("versions")
    @Operation(summary = "Begin a draft of the next version, which says what the newest one says")
    public Response next(@PathParam("id") TemplateId id, @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key) {
        var version = requests.once(
                key,
                "template version " + id.value(),
                () -> starting.nextVersion(id).value());
        return Created.at("consent-template-versions/" + version, reading.open(new TemplateVersionId(version)));
    }
}
