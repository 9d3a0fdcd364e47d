package no.tillit.api.audit;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import no.tillit.access.ReadingAudit;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.audit.LoggedEntry;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.Purpose;
import no.tillit.oversight.ProvingLog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who did what to which record, and why. */
@Path("/audit/entries")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    /** Words about a person or a project, decrypted. */
    public record EntryDetails(String details) {
        @Override
        public String toString() {
            return "EntryDetails[withheld]";
        }
    }

    @Inject
    private ReadingAudit reading;

    @Inject
    private ProvingLog proving;

    @GET
    @Operation(summary = "Entries of the audit log, newest first; reading them is logged too")
    public Page<LoggedEntry> page(
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @BeanParam AuditQuery query,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        return reading.page(query.toFilter(), new PageRequest(page, size), Purposes.required(purpose));
    }

    @GET
    @Path("{id}/details")
    @Operation(
            summary =
                    "What was said about an entry, in words (privacy officers); 404 when nothing was, 410 when the person is erased")
    public EntryDetails details(@PathParam("id") long number, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return new EntryDetails(reading.details(number, Purposes.required(purpose)));
    }

    @GET
    @Path("{id}/proof")
    @Produces("text/plain;charset=UTF-8")
    @Operation(
            summary =
                    "The proof that an entry stands in the log, as c2sp.org/tlog-proof has it; 404 until it is sealed")
    public String proof(@PathParam("id") long number, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return proving.inclusion(number, Purposes.required(purpose)).toString();
    }
}
