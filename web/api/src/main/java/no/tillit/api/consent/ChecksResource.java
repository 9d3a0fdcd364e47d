package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.tillit.api.base.Body;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.CheckingConsent;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.InvalidReason;
import no.tillit.consent.NewCheck;
import no.tillit.consent.Verdict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Whether a form counts: what a second person found, and what was recorded by mistake. */
@Path("/consents/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {
    /**
     * What a second person found on the form. All four questions are answered.
     *
     * @param reason why it does not count, when that is not the first question answered with no
     * @param overturns that this is to overturn what was found before; left out, it is not
     */
    public record CheckForm(
            @Nullable Boolean legible,
            @Nullable Boolean complete,
            @Nullable Boolean signed,
            @Nullable Boolean dated,
            @Nullable InvalidReason reason,
            @Nullable Boolean overturns) {
        NewCheck toCheck() {
            return new NewCheck(
                    answered("legible", legible),
                    answered("complete", complete),
                    answered("signed", signed),
                    answered("dated", dated),
                    reason,
                    Boolean.TRUE.equals(overturns));
        }

        private static boolean answered(String field, @Nullable Boolean answer) {
            if (answer == null) {
                throw new InvalidInput("missing", field, "Answer all four questions with true or false.");
            }
            return answer;
        }
    }

    /** Why a form was recorded by mistake. */
    public record InvalidationForm(@Nullable InvalidReason reason) {
        InvalidReason named() {
            if (reason == null) {
                throw new InvalidInput("missing", "reason", "Say why the form does not count.");
            }
            return reason;
        }
    }

    @Inject
    private CheckingConsent checking;

    @POST
    @Path("checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Check a form against its scan; somebody else than who recorded it")
    public ConsentSummary check(
            @PathParam("id") ConsentId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable CheckForm body) {
        Purpose purpose = Purposes.required(named);
        return checking.check(id, Body.required(body).toCheck(), purpose);
    }

    @GET
    @Path("checks")
    @Operation(summary = "Everything that was found about a form, newest first")
    public List<Verdict> history(
            @PathParam("id") ConsentId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return checking.history(id, Purposes.required(purpose));
    }

    @POST
    @Path("invalidation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A form was recorded by mistake: it does not count, from now on")
    public ConsentSummary invalidate(
            @PathParam("id") ConsentId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable InvalidationForm body) {
        Purpose purpose = Purposes.required(named);
        return checking.invalidate(id, Body.required(body).named(), purpose);
    }
}
