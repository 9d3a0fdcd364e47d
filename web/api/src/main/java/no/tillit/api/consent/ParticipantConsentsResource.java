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
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMoment;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.NewConsent;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.RecordingConsent;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The consents of a participant. */
@Path("/participants/{id}/consents")
@Produces(MediaType.APPLICATION_JSON)
public class ParticipantConsentsResource {
    /**
     * A signed form as it is sent.
     *
     * @param decisions yes or no by item, e.g. {@code {"interview": true, "audio-recording": false}}
     */
    public record ConsentForm(
            @Nullable LocalDate signedOn,
            @Nullable Map<String, Boolean> decisions,
            @Nullable CaptureMethod method,
            @Nullable String language,
            @Nullable String formReference) {
        NewConsent toConsent() {
            Map<ConsentItem, Boolean> decided = new HashMap<>();
            if (decisions != null) {
                decisions.forEach((item, yes) -> decided.put(ConsentItem.named("decisions", item), yes));
            }
            return NewConsent.of(signedOn, decided, method, language, formReference);
        }
    }

    @Inject
    private RecordingConsent recording;

    @Inject
    private ReadingConsents reading;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Record a signed form; the same form again is answered with the first")
    public Response record(
            @PathParam("id") ParticipantId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable ConsentForm body) {
        Purpose purpose = Purposes.required(named);
        ConsentSummary consent = recording.record(id, Body.required(body).toConsent(), purpose);
        return Created.at("consents/" + consent.id().value(), consent);
    }

    @GET
    @Operation(summary = "A participant's consents as they stand today, newest signature first")
    public List<ConsentSummary> list(
            @PathParam("id") ParticipantId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.of(id, Purposes.required(purpose));
    }

    @GET
    @Path("history")
    @Operation(summary = "All that was recorded about a participant's consent, newest first")
    public List<ConsentMoment> history(
            @PathParam("id") ParticipantId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.history(id, Purposes.required(purpose));
    }
}
