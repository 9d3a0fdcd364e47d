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
import jakarta.ws.rs.core.Response;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.BoardCounts;
import no.tillit.consent.BoardFilter;
import no.tillit.consent.BoardRow;
import no.tillit.consent.BoardStatus;
import no.tillit.consent.CheckingConsent;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ReadingBoard;
import no.tillit.consent.UncheckedConsent;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The consents of a project. */
@Path("/projects/{id}/consents")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectConsentsResource {
    @Inject
    private CheckingConsent checking;

    @Inject
    private ReadingBoard board;

    @GET
    @Path("board")
    @Operation(summary = "Who has answered what, in the order of the pseudonyms; q finds part of a pseudonym")
    public Page<BoardRow> board(
            @PathParam("id") ProjectId project,
            @QueryParam("item") @Nullable ConsentItem item,
            @QueryParam("status") @Nullable BoardStatus status,
            @QueryParam("q") @Nullable String pseudonym,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        var filter = new BoardFilter(item, status, pseudonym);
        return board.page(project, filter, new PageRequest(page, size), Purposes.required(purpose));
    }

    @GET
    @Path("counts")
    @Operation(summary = "How many have answered what, are missing, run out or wait for a check")
    public BoardCounts counts(
            @PathParam("id") ProjectId project, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return board.counts(project, Purposes.required(purpose));
    }

    @GET
    @Path("export")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "The whole board as CSV with semicolons; what looks like a formula is text")
    public Response export(
            @PathParam("id") ProjectId project,
            @QueryParam("item") @Nullable ConsentItem item,
            @QueryParam("status") @Nullable BoardStatus status,
            @QueryParam("q") @Nullable String pseudonym,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        String csv = board.csv(project, new BoardFilter(item, status, pseudonym), Purposes.required(purpose));
        return Response.ok(csv)
                .header("Content-Disposition", "attachment; filename=\"consents-" + project.value() + ".csv\"")
                .build();
    }

    @GET
    @Path("unchecked")
    @Operation(summary = "Forms on paper that wait for a second person, the oldest first")
    public Page<UncheckedConsent> unchecked(
            @PathParam("id") ProjectId project,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return checking.waiting(project, new PageRequest(page, size), Purposes.required(purpose));
    }
}
