package no.tillit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A demo user of the development realm at the API, for the purpose that is theirs. The token renews itself. */
final class Person {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long RENEW_AFTER = Duration.ofMinutes(3).toNanos();

    /** Not 2: a connection that has been idle for minutes is given up by the server while the next call is on its way. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI api;
    private final URI realm;
    private final String name;
    private final String purpose;
    private String token = "";
    private long tokenAt;

    Person(URI pages, URI realm, String name, String purpose) {
        this.api = URI.create(pages + "/api/v1/");
        this.realm = realm;
        this.name = name;
        this.purpose = purpose;
    }

    /** The headers that every call of this person carries. */
    synchronized Map<String, String> headers() {
        if (token.isEmpty() || System.nanoTime() - tokenAt > RENEW_AFTER) {
            String form =
                    "grant_type=password&client_id=tillit-scripts&scope=openid&username=" + name + "&password=" + name;
            token = json(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form)))
                    .get("access_token")
                    .asText();
            tokenAt = System.nanoTime();
        }
        return Map.of(
                "Authorization", "Bearer " + token, "Tillit-Purpose", purpose, "Content-Type", "application/json");
    }

    JsonNode post(String path, Object body) {
        return call("POST", path, body);
    }

    JsonNode get(String path) {
        return json(request(path).GET());
    }

    /** A template's version with every gap in its letter filled. */
    JsonNode filled(String path) {
        try {
            String read = http.send(request(path).GET().build(), BodyHandlers.ofString())
                    .body();
            return JSON.readTree(read.replaceAll("\\[[^\\]\"{}]+\\]", "noe"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file as it is; its name in ASCII. */
    JsonNode send(String path, String fileName, byte[] file) {
        return json(request(path)
                .setHeader("Content-Type", "application/octet-stream")
                .setHeader("Tillit-Filename", fileName)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    /** What comes back is a file. */
    byte[] bytes(String path, Object body) {
        try {
            var answer = http.send(
                    request(path)
                            .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode put(String path, Object body) {
        return call("PUT", path, body);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path));
        headers().forEach(request::header);
        return request;
    }

    private JsonNode call(String method, String path, Object body) {
        return json(request(path)
                .method(method, BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    private JsonNode json(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
