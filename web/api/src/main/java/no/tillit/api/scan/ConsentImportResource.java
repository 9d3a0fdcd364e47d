package no.tillit.api.scan;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.scan.ImportReport;
import no.tillit.scan.ImportingConsents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Consents that were collected on paper before, from a list. */
@Path("/projects/{id}/consent-import")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentImportResource {
    @Inject
    private ImportingConsents importing;

    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Record the consents of a list (CSV), each row by itself; rehearsal=true only tries",
            description =
                    "In UTF-8. Columns: participant (a pseudonym), signed (year-month-day), language (nb, nn, en), version (the code of a"
                            + " form printed here) or form (the name of another form), number, scan (the name of an uploaded file that holds"
                            + " one form), and one for each item by its code, as interview or share-plan/housing/NAV, with yes or no. Running the same list again makes no doubles.")
    public ImportReport run(
            @PathParam("id") ProjectId project,
            @QueryParam("rehearsal") @DefaultValue("false") boolean rehearsal,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            InputStream csv) {
        Purpose purpose = Purposes.required(named);
        return importing.run(project, new InputStreamReader(csv, StandardCharsets.UTF_8), rehearsal, purpose);
    }
}
