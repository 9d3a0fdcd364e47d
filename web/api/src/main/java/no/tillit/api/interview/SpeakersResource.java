package no.tillit.api.interview;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.tillit.api.base.Body;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.document.DocumentId;
import no.tillit.interview.transcript.DividingTranscript;
import no.tillit.interview.transcript.Speaker;
import no.tillit.interview.transcript.SpeakerKind;
import no.tillit.interview.transcript.TranscriptSpeakers;
import no.tillit.interview.transcript.TranscriptSummary;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who speaks in a transcript, and its division by them. */
@Path("/documents/{id}/speakers")
@Produces(MediaType.APPLICATION_JSON)
public class SpeakersResource {
    /** Who is behind the labels of a transcript, as it is sent. */
    public record Division(@Nullable List<Voice> speakers) {}

    /**
     * Who is behind one label.
     *
     * @param kind participant, interviewer or nobody
     * @param participant who it is, for a participant
     */
    public record Voice(
            @Nullable String label,
            @Nullable SpeakerKind kind,
            @Nullable ParticipantId participant) {}

    @Inject
    private DividingTranscript dividing;

    @GET
    @Operation(summary = "The labels under which people speak in a transcript, and who took part")
    public TranscriptSpeakers speakers(
            @PathParam("id") DocumentId document, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return dividing.speakers(document, Purposes.required(purpose));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Divide a transcript by speaker: each one's words are kept under that person's own key")
    public TranscriptSummary divide(
            @PathParam("id") DocumentId document,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable Division body) {
        return dividing.divide(document, speakers(Body.required(body)), Purposes.required(purpose));
    }

    private static Map<String, Speaker> speakers(Division division) {
        Map<String, Speaker> speakers = new LinkedHashMap<>();
        for (Voice voice : division.speakers() == null ? List.<Voice>of() : division.speakers()) {
            if (voice == null || voice.label() == null || voice.kind() == null) {
                throw new InvalidInput("missing", "speakers", "Each speaker has a label and a kind.");
            }
            if (speakers.put(voice.label(), speaker(voice.kind(), voice.participant())) != null) {
                throw new InvalidInput("speaker-twice", "speakers", "Name each label once.");
            }
        }
        return speakers;
    }

    private static Speaker speaker(SpeakerKind kind, @Nullable ParticipantId participant) {
        if ((kind == SpeakerKind.PARTICIPANT) != (participant != null)) {
            throw new InvalidInput(
                    "missing", "participant", "A participant is named by id; an interviewer and nobody are not.");
        }
        return new Speaker(kind, participant);
    }
}
