package no.tillit.api.audit;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.stream.Collectors;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.audit.LogCheck;
import no.tillit.audit.SealedCheckpoint;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.Purpose;
import no.tillit.oversight.AcknowledgingRestore;
import no.tillit.oversight.LogExport;
import no.tillit.oversight.ProvingLog;
import no.tillit.oversight.SealingOnDemand;
import no.tillit.oversight.VerifyingLog;
import no.tillit.verifier.Hash;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What an outside party needs to verify the log without us. */
@Path("/audit")
public class SealResource {
    private static final String TEXT = "text/plain;charset=UTF-8";

    @Inject
    private ProvingLog proving;

    @Inject
    private SealingOnDemand sealing;

    @Inject
    private VerifyingLog verifying;

    @Inject
    private AcknowledgingRestore acknowledging;

    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    @Operation(summary = "The newest checkpoint: a signed note as c2sp.org/tlog-checkpoint has it")
    public String checkpoint(@HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return proving.latest(Purposes.required(purpose)).note();
    }

    @POST
    @Path("checkpoint")
    @Produces(TEXT)
    @Operation(
            summary = "Seals the log now and answers with the checkpoint; 409 when it does not go on from the last one")
    public String seal(@HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return sealing.seal(Purposes.required(purpose)).note();
    }

    @GET
    @Path("checkpoints")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All checkpoints, newest first")
    public Page<SealedCheckpoint> checkpoints(
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        return proving.page(new PageRequest(page, size), Purposes.required(purpose));
    }

    @GET
    @Path("key")
    @Produces(TEXT)
    @Operation(summary = "The log's public key, name+id+base64 as c2sp.org/signed-note has it")
    public String key(@HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return proving.key(Purposes.required(purpose)) + "\n";
    }

    @GET
    @Path("consistency")
    @Produces(TEXT)
    @Operation(summary = "The proof that the log of one size begins with the log of another: a hash a line, in base64")
    public String consistency(
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @QueryParam("older") long older,
            @QueryParam("newer") long newer) {
        return proving.consistency(older, newer, Purposes.required(purpose)).stream()
                .map(Hash::base64)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @GET
    @Path("export")
    @Produces(TEXT)
    @Operation(summary = "The log as a file for the stand-alone verifier, as far as it is sealed; by places, from 0")
    public Response export(
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @QueryParam("from") @DefaultValue("0") long from,
            @QueryParam("to") @DefaultValue("9223372036854775807") long to) {
        LogExport export = proving.export(from, to, Purposes.required(purpose));
        StreamingOutput body = export::writeTo;
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tillit-log.txt\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("checks")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Compares the whole log with what was signed, now; about a minute for every million entries")
    public LogCheck check(@HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return verifying.check(Purposes.required(purpose));
    }

    @GET
    @Path("checks/latest")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What the last check found")
    public LogCheck lastCheck(@HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        LogCheck last = proving.state(Purposes.required(purpose)).check();
        if (last == null) {
            throw new NotFound();
        }
        return last;
    }

    @POST
    @Path("restores")
    @Produces(TEXT)
    @Operation(
            summary = "An operator confirms that the log was set back by a restore from a backup; a new history begins")
    public String acknowledgeRestore(@HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return acknowledging.acknowledge(Purposes.required(purpose)).text();
    }
}
