package no.tillit.system.api;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import no.tillit.system.Api;
import no.tillit.system.Stack;

/** How the tests send files, and what they find on the disk afterwards. */
final class Uploads {
    private Uploads() {}

    static Response toInterview(String interview, String type, String fileName, byte[] file) {
        return upload("ingrid", "research", "/interviews/" + interview + "/documents", type, fileName, file);
    }

    static Response toParticipant(String participant, String type, String fileName, byte[] file) {
        return upload("jonas", "follow-up", "/participants/" + participant + "/documents", type, fileName, file);
    }

    static Response upload(String by, String purpose, String path, String type, String fileName, byte[] file) {
        return body(Api.as(by, purpose), file)
                .queryParam("type", type)
                .header(
                        "Tillit-Filename",
                        URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"))
                .post(path);
    }

    static RequestSpecification body(RequestSpecification request, byte[] file) {
        return request.contentType(ContentType.BINARY).body(file);
    }

    /** The id of what was uploaded. */
    static String kept(Response upload) {
        return upload.then().statusCode(201).extract().path("id");
    }

    static Response content(String by, String purpose, String document) {
        return Api.as(by, purpose).get("/documents/" + document + "/content");
    }

    /** How many files lie among the blobs of the stack, whole or not. */
    static long blobs() {
        Path folder = Stack.get().data().resolve("blobs");
        if (Files.notExists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
