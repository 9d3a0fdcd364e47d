package no.tillit.api.participant;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.tillit.api.base.Body;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.Contact;
import no.tillit.participant.ContactRegister;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How to reach a participant; for members to whom the project has opened its contact register. */
@Path("/participants/{id}/contact")
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {
    @Inject
    private ContactRegister register;

    @GET
    @Operation(summary = "How to reach a participant; the read is logged before it is answered")
    public Response read(@PathParam("id") ParticipantId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        Contact contact = register.read(id, Purposes.required(purpose));
        return Response.ok(contact).header("Cache-Control", "no-store").build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace how to reach a participant")
    public void put(
            @PathParam("id") ParticipantId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable Contact body) {
        register.put(id, Body.required(body), Purposes.required(purpose));
    }
}
