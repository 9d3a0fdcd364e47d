package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.export.ExportPage;
import no.tillit.consent.export.ExportingConsents;
import no.tillit.consent.export.FormLine;
import no.tillit.consent.export.FormsCsv;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** All consents of a project, form by form. */
@Path("/projects/{id}/consents/forms")
public class ConsentExportResource {
    @Inject
    private ExportingConsents exporting;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The forms of up to 200 people, item by item; ask after what next names for more")
    public ExportPage page(
            @PathParam("id") ProjectId project,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return exporting.page(project, after, Purposes.required(purpose));
    }

    @GET
    @Path("export")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "All forms as CSV with semicolons, streamed; what looks like a formula is text")
    public Response export(@PathParam("id") ProjectId project, @HeaderParam(Headers.PURPOSE) @Nullable Purpose named) {
        Purpose purpose = Purposes.required(named);
        ExportPage first = exporting.page(project, null, purpose);
        StreamingOutput body = out -> {
            Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv.write(FormsCsv.head());
            for (ExportPage page = first; page != null; page = after(project, page, purpose)) {
                for (FormLine line : page.lines()) {
                    csv.write(FormsCsv.of(line));
                }
            }
            csv.flush();
        };
        return Response.ok(body)
                .header("Content-Disposition", "attachment; filename=\"consent-forms-" + project.value() + ".csv\"")
                .build();
    }

    private @Nullable ExportPage after(ProjectId project, ExportPage page, Purpose purpose) {
        return page.next() == null ? null : exporting.page(project, page.next(), purpose);
    }
}
