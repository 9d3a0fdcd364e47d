package no.tillit.api.scan;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.tillit.api.base.Body;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.api.consent.ParticipantConsentsResource.ConsentForm;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.scan.MatchingScans;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScanMatch;
import no.tillit.scan.ScannedFormDetails;
import no.tillit.scan.ScannedFormId;
import no.tillit.scan.ScannedFormSummary;
import no.tillit.scan.SortingScans;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of one form, as they were scanned. */
@Path("/scanned-forms/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ScannedFormsResource {
    /**
     * What somebody read on the form.
     *
     * @param participant whose it is
     * @param form what it says, as for recording a consent
     */
    public record MatchForm(
            @Nullable ParticipantId participant, @Nullable ConsentForm form) {
        // A missing participant is refused by the match itself.
        @SuppressWarnings("NullAway")
        ScanMatch toMatch() {
            if (form == null) {
                throw new InvalidInput("missing", "form", "Say what the form says.");
            }
            return form.version() == null
                    ? new ScanMatch(participant, null, form.toConsent())
                    : new ScanMatch(participant, form.toAnswered(form.version()), null);
        }
    }

    /** The number at the foot of the paper. */
    public record NumberForm(@Nullable String number) {
        String typed() {
            if (number == null) {
                throw new InvalidInput("missing", "number", "Fill in this field.");
            }
            return number;
        }
    }

    @Inject
    private ReadingScans reading;

    @Inject
    private MatchingScans matching;

    @Inject
    private SortingScans sorting;

    @GET
    @Operation(summary = "What is known of a scanned form, with its pages")
    public ScannedFormDetails open(
            @PathParam("id") ScannedFormId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.open(id, Purposes.required(purpose));
    }

    @POST
    @Path("match")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record the consent that the form shows, with the scan as its proof",
            description = "Sent again it changes nothing; when the scan was not attached before, it is now.")
    public ScannedFormSummary match(
            @PathParam("id") ScannedFormId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable MatchForm body) {
        Purpose purpose = Purposes.required(named);
        return matching.match(id, Body.required(body).toMatch(), purpose);
    }

    @POST
    @Path("number")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say which number stands at the foot of the paper, when its code cannot be read")
    public ScannedFormSummary number(
            @PathParam("id") ScannedFormId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable NumberForm body) {
        Purpose purpose = Purposes.required(named);
        return sorting.number(id, Body.required(body).typed(), purpose);
    }

    @DELETE
    @Operation(summary = "Throw the form's pages away, for good; refused when a consent rests on them")
    public void discard(@PathParam("id") ScannedFormId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        sorting.discard(id, Purposes.required(purpose));
    }
}
