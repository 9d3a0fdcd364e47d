package no.tillit.api.participant;

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
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ContactField;
import no.tillit.participant.FindingByContact;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who called? What is asked stands in the body, so that no address or log holds it. */
@Path("/projects/{id}/contact-search")
@Produces(MediaType.APPLICATION_JSON)
public class ContactSearchResource {
    @Inject
    private FindingByContact finding;

    /**
     * What to look for.
     *
     * @param value exact, however it is written
     */
    public record Question(
            @Nullable ContactField field, @Nullable String value) {
        @Override
        public String toString() {
            return "Question[withheld]";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The participants with exactly this telephone number, e-mail address or national id number")
    public Response find(
            @PathParam("id") ProjectId project,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable Question body) {
        Purpose purpose = Purposes.required(named);
        Question question = Body.required(body);
        return Response.ok(finding.find(project, question.field(), question.value(), purpose))
                .header("Cache-Control", "no-store")
                .build();
    }
}
