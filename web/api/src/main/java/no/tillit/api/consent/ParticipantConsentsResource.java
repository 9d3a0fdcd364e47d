package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.api.base.Days;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMoment;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.HeldConsents;
import no.tillit.consent.NewConsent;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.RecordingConsent;
import no.tillit.consent.RevokingConsent;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.InvalidInput;
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
     * @param validity how long each yes holds: {@code {"until": "2027-03-01"}} or {@code {"months": 12}}; left out, until
     *     the project's end
     * @param validities by item, for those that hold for another time than the form
     * @param version of the template, for a form that was printed here; it has {@code answers} instead of decisions
     * @param answers yes or no by the code of each item of the version, e.g. {@code {"share-plan/housing/nav": true}}
     * @param formNumber the number at the foot of the form, when it was printed for the person
     */
    public record ConsentForm(
            @Nullable LocalDate signedOn,
            @Nullable Map<String, Boolean> decisions,
            @Nullable CaptureMethod method,
            @Nullable String language,
            @Nullable String formReference,
            @Nullable Validity validity,
            @Nullable Map<String, Validity> validities,
            @Nullable TemplateVersionId version,
            @Nullable Map<String, Boolean> answers,
            @Nullable String formNumber) {
        /** The form of ours that was signed. */
        // A missing day or answer is refused by the form itself, at its field.
        @SuppressWarnings("NullAway")
        public AnsweredForm toAnswered(TemplateVersionId of) {
            if (decisions != null || formReference != null || validity != null || validities != null) {
                throw new InvalidInput(
                        "form-twice", "decisions", "A form of a version has answers; decisions are for other forms.");
            }
            return new AnsweredForm(of, signedOn, FormLanguage.of(language), answers, formNumber);
        }

        /** The form from elsewhere that was signed. */
        public NewConsent toConsent() {
            if (answers != null || formNumber != null) {
                throw new InvalidInput("version-missing-for-answers", "version", "Say which version was signed.");
            }
            Map<ConsentItem, Boolean> decided =
                    decisions == null ? Map.of() : ConsentItem.byItem("decisions", decisions);
            Map<ConsentItem, Validity> byItem =
                    validities == null ? Map.of() : ConsentItem.byItem("validities", validities);
            return NewConsent.of(signedOn, decided, method, language, formReference)
                    .holding(validity == null ? Validity.UNTIL_PROJECT_END : validity, byItem);
        }
    }

    @Inject
    private RecordingConsent recording;

    @Inject
    private ReadingConsents reading;

    @Inject
    private RevokingConsent revoking;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Record a signed form; the same form again is answered with the first")
    public Response record(
            @PathParam("id") ParticipantId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable ConsentForm body) {
        Purpose purpose = Purposes.required(named);
        ConsentForm form = Body.required(body);
        TemplateVersionId version = form.version();
        ConsentSummary consent = version == null
                ? recording.record(id, form.toConsent(), purpose)
                : recording.record(id, form.toAnswered(version), purpose);
        return Created.at("consents/" + consent.id().value(), consent);
    }

    @GET
    @Operation(summary = "A participant's consents as they stand today, newest signature first")
    public List<ConsentSummary> list(
            @PathParam("id") ParticipantId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.of(id, Purposes.required(purpose));
    }

    @GET
    @Path("held")
    @Operation(
            summary = "What a participant had agreed to on a day (on), as it was known at the end of a day (known-on)")
    public HeldConsents held(
            @PathParam("id") ParticipantId id,
            @QueryParam("on") @Nullable String on,
            @QueryParam("known-on") @Nullable String knownOn,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.held(id, Days.of("on", on), Days.of("known-on", knownOn), Purposes.required(purpose));
    }

    @POST
    @Path("revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A guardian, a parent or an authority ends what the person agreed to, whole or by item")
    public List<ConsentSummary> revoke(
            @PathParam("id") ParticipantId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable RevocationForm body) {
        Purpose purpose = Purposes.required(named);
        RevocationForm form = Body.required(body);
        return revoking.revoke(id, form.endedBy(), form.named(), purpose);
    }

    @GET
    @Path("history")
    @Operation(summary = "All that was recorded about a participant's consent, newest first")
    public List<ConsentMoment> history(
            @PathParam("id") ParticipantId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return reading.history(id, Purposes.required(purpose));
    }
}
