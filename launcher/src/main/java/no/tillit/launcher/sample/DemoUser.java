package no.tillit.launcher.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A demo user at the API, with the purpose that is theirs. */
final class DemoUser {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI api;
    private final String token;
    private final String purpose;

    /** Logs in with the demo user's password, which is the user name. */
    DemoUser(URI api, URI tokens, String username, String purpose) {
        this.api = api;
        this.purpose = purpose;
        String form = "grant_type=password&client_id=tillit-scripts&scope=openid&username=" + username + "&password="
                + username;
        this.token = json(HttpRequest.newBuilder(tokens)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .get("access_token")
                .asText();
    }

    JsonNode post(String path, Object body) {
        return json(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(write(body))));
    }

    JsonNode put(String path, Object body) {
        return json(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(write(body))));
    }

    JsonNode upload(String path, String type, String filename, String mediaType, byte[] content) {
        String name = URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
        return json(request(path + "?type=" + type)
                .header("Content-Type", mediaType)
                .header("Tillit-Filename", name)
                .POST(BodyPublishers.ofByteArray(content)));
    }

    /** Takes back everything that the participant has agreed to. */
    void withdraw(String participant) {
        for (JsonNode consent :
                json(request("participants/" + participant + "/consents").GET())) {
            post("consents/" + consent.get("id").asText() + "/withdrawal", JSON.createObjectNode());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .header("Tillit-Purpose", purpose);
    }

    private JsonNode json(HttpRequest.Builder request) {
        HttpRequest sent = request.build();
        try {
            var answer = http.send(sent, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("The sample data was refused: " + sent.method() + " "
                        + sent.uri().getPath() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("The sample data could not be entered: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sample data was interrupted", e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps of text can be written", e);
        }
    }
}
