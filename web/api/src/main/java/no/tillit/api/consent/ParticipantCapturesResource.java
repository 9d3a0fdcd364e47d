package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import no.tillit.api.base.Body;
import no.tillit.api.base.Created;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.capture.CapturingConsent;
import no.tillit.consent.capture.Circumstances;
import no.tillit.consent.capture.Signature;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Consents of a participant that are not on paper: on screen, spoken, on behalf. */
@Path("/participants/{id}/consents/captures")
@Produces(MediaType.APPLICATION_JSON)
public class ParticipantCapturesResource {
    /**
     * A consent as it is taken down.
     *
     * @param method {@code screen}, {@code spoken} or {@code on-behalf}
     * @param signedOn the day it was said, for {@code spoken}; today otherwise
     * @param answers yes or no by the code of each item of the version
     * @param signature on screen: the lines drawn on a field of 1000 by 400, as {@code x,y x,y;x,y …}
     * @param attested on screen: true when signed without drawing, seen by who was present
     * @param present who was there besides the person
     * @param reason on behalf: why somebody else filled in
     * @param recording spoken: which recording has it, and where in it
     */
    public record CaptureForm(
            @Nullable CaptureMethod method,
            @Nullable TemplateVersionId version,
            @Nullable LocalDate signedOn,
            @Nullable String language,
            @Nullable Map<String, Boolean> answers,
            @Nullable String signature,
            @Nullable Boolean attested,
            @Nullable String present,
            @Nullable String reason,
            @Nullable String recording) {
        // A missing day or answer is refused by the form itself, at its field.
        @SuppressWarnings("NullAway")
        AnsweredForm toAnswered() {
            if (method == null) {
                throw new InvalidInput("missing", "method", "Say how it was taken down.");
            }
            if (version == null) {
                throw new InvalidInput("missing", "version", "Say which version was answered.");
            }
            return new AnsweredForm(version, signedOn, FormLanguage.of(language), answers, null, method);
        }

        Circumstances toCircumstances() {
            if (signature != null) {
                return new Circumstances(Signature.drawn(signature), present, reason, recording);
            }
            Signature witnessed = Boolean.TRUE.equals(attested) ? Signature.attested() : null;
            return new Circumstances(witnessed, present, reason, recording);
        }
    }

    @Inject
    private CapturingConsent capturing;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take down a consent on screen, spoken or on behalf; the same again is answered with the first")
    public Response capture(
            @PathParam("id") ParticipantId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose named,
            @Nullable CaptureForm body) {
        Purpose purpose = Purposes.required(named);
        CaptureForm form = Body.required(body);
        ConsentSummary consent = capturing.capture(id, form.toAnswered(), form.toCircumstances(), purpose);
        return Created.at("consents/" + consent.id().value(), consent);
    }
}
