package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.notice.NoticeId;
import no.tillit.consent.notice.NotifyingRecipients;
import no.tillit.consent.notice.RecipientNotice;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One recipient who has to be told. */
@Path("/recipient-notices/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
    @Inject
    private NotifyingRecipients notifying;

    @POST
    @Path("confirmation")
    @Operation(summary = "Confirm that the recipient has been told; again changes nothing")
    public RecipientNotice confirm(
            @PathParam("id") NoticeId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return notifying.confirm(id, Purposes.required(purpose));
    }
}
