package no.tillit.document.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the answer of Tika's {@code /rmeta/text}: an object for the file, then one for each file inside it. */
final class IntakeReports {
    private static final String CONTENT = "X-TIKA:content";
    private static final String EXCEPTION = "X-TIKA:EXCEPTION:container_exception";
    private static final String CUT = "X-TIKA:EXCEPTION:write_limit_reached";

    private IntakeReports() {}

    /** @throws IllegalArgumentException when the answer is not what Tika gives */
    static IntakeReport read(JsonArray answer) {
        List<JsonObject> files = answer.getValuesAs(JsonObject.class);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("The intake's answer names no file");
        }
        JsonObject file = files.get(0);
        String type = first(file, "Content-Type");
        String failure = first(file, EXCEPTION);
        boolean encrypted = "true".equals(first(file, "X-TIKA:encrypted"))
                || (failure != null && failure.contains("EncryptedDocumentException"))
                || "application/x-tika-ooxml-protected".equals(type);
        boolean cut = files.stream().anyMatch(f -> "true".equals(first(f, CUT)));
        return new IntakeReport(
                type == null ? "application/octet-stream" : withoutParameters(type),
                encrypted,
                failure != null && !cut,
                files.stream()
                        .map(f -> first(f, CONTENT))
                        .filter(t -> t != null && !t.isBlank())
                        .map(String::strip)
                        .collect(Collectors.joining("\n\n")),
                cut,
                whole(first(file, "xmpTPg:NPages")),
                whole(first(file, "xmpDM:duration")));
    }

    /** The media type without parameters such as the character set. */
    static String withoutParameters(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip();
    }

    private static @Nullable String first(JsonObject file, String name) {
        JsonValue value = file.get(name);
        if (value instanceof JsonArray several) {
            value = several.isEmpty() ? null : several.get(0);
        }
        return value instanceof JsonString text ? text.getString() : null;
    }

    /** A number as Tika writes it, rounded up; null when it is none. */
    private static @Nullable Integer whole(@Nullable String number) {
        if (number == null || !number.matches("\\d{1,8}(\\.\\d{1,20})?")) {
            return null;
        }
        return (int) Math.ceil(Double.parseDouble(number));
    }
}
