package no.tillit.system.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.system.Api;
import no.tillit.system.Stack;
import org.jspecify.annotations.Nullable;

/** One call, plainly: there are thousands of them. */
final class Asking {
    private static final Pattern CODE = Pattern.compile("urn:tillit:problem:([a-z-]+)");
    private static final HttpClient CLIENT = client().build();

    /** What came back. */
    record Answer(int status, String body, Optional<String> location) {
        /** The problem's code, for the message of a failure. */
        String code() {
            Matcher code = CODE.matcher(body);
            return code.find() ? code.group(1) : "";
        }
    }

    private Asking() {}

    static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
    }

    /** Of the API; path and body have ids in place of the records' names. */
    static Answer api(Line line, Person person, @Nullable String purpose, String path, String body) {
        HttpRequest.Builder request = request(Stack.get().api() + path, line.method(), body);
        if (person != Person.N) {
            request.header("Authorization", "Bearer " + Api.token(person.username()));
        }
        if (purpose != null) {
            request.header("Tillit-Purpose", purpose);
        }
        line.headers().forEach(request::setHeader);
        return send(CLIENT, request.build());
    }

    static HttpRequest.Builder request(String address, String method, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", contentType(body))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)));
    }

    private static String contentType(String body) {
        return body.isEmpty() || body.startsWith("{")
                ? "application/json"
                : body.contains("=") ? "application/x-www-form-urlencoded" : "application/octet-stream";
    }

    private static byte[] bytes(String body) {
        return body.equals("scan") ? Scan.another() : body.getBytes(StandardCharsets.UTF_8);
    }

    static Answer send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.headers().firstValue("Location"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
