package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.notice.NotifyingRecipients;
import no.tillit.consent.notice.RecipientNotice;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Recipients of a project who have to be told that a consent has ended. */
@Path("/projects/{id}/consents/notices")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectNoticesResource {
    @Inject
    private NotifyingRecipients notifying;

    @GET
    @Operation(summary = "Recipients who still have to be told that a consent has ended, the longest waiting first")
    public Page<RecipientNotice> waiting(
            @PathParam("id") ProjectId project,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return notifying.waiting(project, new PageRequest(page, size), Purposes.required(purpose));
    }
}
