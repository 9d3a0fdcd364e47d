package no.tillit.api.consent;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.tillit.api.base.Body;
import no.tillit.consent.template.EditingTemplate;
import no.tillit.consent.template.Finding;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.FormPdf;
import no.tillit.consent.template.PrintingForms;
import no.tillit.consent.template.PublishingTemplate;
import no.tillit.consent.template.ReAsk;
import no.tillit.consent.template.ReadingTemplates;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.VersionDetails;
import no.tillit.consent.template.VersionSummary;
import no.tillit.kernel.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One version of a consent template. The revision is its ETag; saving and publishing name the one that was read. */
@Path("/consent-template-versions/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class TemplateVersionsResource {
    /**
     * A draft as it is to be.
     *
     * @param reAsk who is asked again; left out while that is not decided
     */
    public record DraftForm(
            @Nullable Integer revision,
            @Nullable TemplateContent content,
            @Nullable ReAsk reAsk) {}

    /** Which revision is meant. */
    public record RevisionForm(@Nullable Integer revision) {}

    @Inject
    private ReadingTemplates reading;

    @Inject
    private EditingTemplate editing;

    @Inject
    private PublishingTemplate publishing;

    @Inject
    private PrintingForms printing;

    @GET
    @Operation(summary = "A version with its letter, declaration and items")
    public Response open(@PathParam("id") TemplateVersionId id) {
        VersionDetails details = reading.open(id);
        return Response.ok(details)
                .tag(Integer.toString(details.version().revision()))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Save a draft; name the revision you have read, in If-Match or as revision")
    public VersionSummary save(
            @PathParam("id") TemplateVersionId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @Nullable DraftForm body) {
        DraftForm form = Body.required(body);
        TemplateContent content = form.content();
        if (content == null) {
            throw new InvalidInput("missing", "content", "Send what the version is to say.");
        }
        return editing.save(id, revision(match, form.revision()), content, form.reAsk());
    }

    @DELETE
    @Operation(summary = "Throw a draft away; name the revision you have read, in If-Match")
    public void discard(
            @PathParam("id") TemplateVersionId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match) {
        editing.discard(id, revision(match, null));
    }

    @GET
    @Path("check")
    @Operation(
            summary =
                    "What stands in the way of publishing, against GDPR Art 13 and the approval; empty when nothing does")
    public List<Finding> check(@PathParam("id") TemplateVersionId id) {
        return reading.check(id);
    }

    @POST
    @Path("publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Publish a draft that somebody else wrote; it never changes again")
    public VersionSummary publish(
            @PathParam("id") TemplateVersionId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @Nullable RevisionForm body) {
        return publishing.publish(id, revision(match, body == null ? null : body.revision()));
    }

    @GET
    @Path("pdf")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "Letter and form for printing, in one language, ordinary or in large print")
    public Response pdf(
            @PathParam("id") TemplateVersionId id,
            @QueryParam("language") @DefaultValue("nb") String language,
            @QueryParam("largePrint") @DefaultValue("false") boolean largePrint) {
        return pdf(printing.blank(id, FormLanguage.of(language), largePrint));
    }

    static Response pdf(FormPdf form) {
        return Response.ok(form.pdf(), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + form.fileName() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static int revision(@Nullable String match, @Nullable Integer named) {
        String text = match == null ? "" : match.replace("\"", "").strip();
        if (named == null && !text.matches("[0-9]{1,9}")) {
            throw new InvalidInput(
                    "revision-missing", "revision", "Name the revision you have read, in If-Match or as revision.");
        }
        return named == null ? Integer.parseInt(text) : named;
    }
}
