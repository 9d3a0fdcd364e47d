package no.tillit.api.document;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Set;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.document.DocumentSummary;
import no.tillit.document.anonymised.AnonymityCheck;
import no.tillit.document.anonymised.AttachingMaterial;
import no.tillit.document.anonymised.DecidingMaterial;
import no.tillit.document.anonymised.MaterialId;
import no.tillit.document.anonymised.MaterialSummary;
import no.tillit.document.anonymised.ReadingMaterial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One piece of anonymised material. Its file is read as any document is, by the document's address. */
@Path("/anonymised-material/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class MaterialResource {
    /** What the second person has looked for. */
    public record ReleaseForm(@Nullable Set<AnonymityCheck> checks) {}

    /** What the second person did not find done. */
    public record RefusalForm(@Nullable Set<AnonymityCheck> failed) {}

    @Inject
    private ReadingMaterial reading;

    @Inject
    private AttachingMaterial attaching;

    @Inject
    private DecidingMaterial deciding;

    @GET
    @Operation(summary = "One piece: who put it forward, who decided, and the document that holds it")
    public MaterialSummary open(@PathParam("id") MaterialId id) {
        return reading.open(id);
    }

    @PUT
    @Path("file")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Its file; one that still points to a participant is not kept, and the answer says what points")
    public Response attach(@PathParam("id") MaterialId id, @BeanParam Upload upload, InputStream body) {
        DocumentSummary document = attaching.attach(id, upload.file(body), upload.purpose());
        return Created.at("documents/" + document.id().value(), document);
    }

    @POST
    @Path("release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Release what somebody else put forward; from then on nothing says from whom it was made",
            description =
                    "Refused with material-not-opened until the caller has downloaded the whole file, by the document's"
                            + " address, since it was put forward; its text alone or a part of it does not count.")
    public MaterialSummary release(@PathParam("id") MaterialId id, @Nullable ReleaseForm body) {
        Set<AnonymityCheck> checks = Body.required(body).checks();
        return deciding.release(id, checks == null ? Set.of() : checks);
    }

    @POST
    @Path("refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuse it, with what was not done; its file is erased at once")
    public MaterialSummary refuse(@PathParam("id") MaterialId id, @Nullable RefusalForm body) {
        Set<AnonymityCheck> failed = Body.required(body).failed();
        return deciding.refuse(id, failed == null ? Set.of() : failed);
    }
}
