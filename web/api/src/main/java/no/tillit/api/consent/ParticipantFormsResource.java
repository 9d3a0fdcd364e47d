package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.tillit.api.base.Body;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.PrintingForms;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Forms that are printed for a participant. */
@Path("/participants/{id}/consent-forms")
public class ParticipantFormsResource {
    /** What is printed. */
    public record PrintForm(
            @Nullable TemplateVersionId version, @Nullable String language, boolean largePrint) {}

    @Inject
    private PrintingForms printing;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "Print letter and form with a number of its own, which tells nothing about the person")
    public Response print(
            @PathParam("id") ParticipantId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable PrintForm body) {
        Purpose purpose = Purposes.required(named);
        PrintForm form = Body.required(body);
        TemplateVersionId version = form.version();
        if (version == null) {
            throw new InvalidInput("missing", "version", "Say which version is printed.");
        }
        return TemplateVersionsResource.pdf(
                printing.forPerson(id, version, FormLanguage.of(form.language()), form.largePrint(), purpose));
    }
}
