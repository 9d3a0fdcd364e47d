package no.tillit.consent.receipt.internal;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;

/** JSON as a person, too, can read it. */
final class JsonText {
    private JsonText() {}

    static String of(JsonObjectBuilder object) {
        var text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(object.build());
        }
        return text.toString().strip();
    }
}
