package no.tillit.interview.transcript.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldContext;
import org.jspecify.annotations.Nullable;

/** What one person said, sealed as one field under that person's key; the interviewer's under the project's. */
@ApplicationScoped
class Saying {
    @Inject
    private FieldCipher cipher;

    byte[] seal(SubjectId speaker, UUID row, List<Turn> turns) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Turn turn : turns) {
            JsonObjectBuilder one =
                    Json.createObjectBuilder().add("number", turn.number()).add("text", turn.text());
            if (turn.at() != null) {
                one.add("at", turn.at());
            }
            all.add(one);
        }
        return cipher.encrypt(speaker, place(row), all.build().toString());
    }

    List<Turn> open(Voice voice) {
        String json = cipher.decrypt(voice.subject(), place(voice.id()), voice.said());
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(one -> new Turn(one.getInt("number"), "", text(one), one.getString("text")))
                    .toList();
        }
    }

    /** Whose key a part is under. */
    static SubjectId subject(ProjectId project, @Nullable ParticipantId participant) {
        return participant == null ? SubjectId.of(project) : SubjectId.of(participant);
    }

    private static @Nullable String text(JsonObject one) {
        return one.containsKey("at") ? one.getString("at") : null;
    }

    private static FieldContext place(UUID row) {
        return new FieldContext("transcript_voice", "said", row);
    }
}
