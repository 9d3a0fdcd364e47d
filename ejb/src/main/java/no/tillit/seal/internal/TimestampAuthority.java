package no.tillit.seal.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import no.tillit.keys.TimestampQuery;
import no.tillit.keys.TimestampRefused;

/** Asks a time stamping authority over HTTP (RFC 3161, 3.4). It gets a digest and nothing of the document. */
public final class TimestampAuthority {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final String url;
    private final SecureRandom random;

    public TimestampAuthority(String url, SecureRandom random) {
        this.url = url;
        this.random = random;
    }

    /** The token. @throws TimestampRefused when there is none that holds */
    byte[] stamp(String algorithm, byte[] digest) {
        var query = TimestampQuery.over(algorithm, digest, random);
        HttpClient http = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(TO_ANSWER)
                            .header("Content-Type", "application/timestamp-query")
                            .header("Accept", "application/timestamp-reply")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(query.encoded()))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new TimestampRefused("The time stamping authority answers with status " + answer.statusCode());
            }
            return query.token(answer.body());
        } catch (IOException e) {
            throw new TimestampRefused("The time stamping authority does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimestampRefused("Waiting for the time stamping authority was interrupted", e);
        }
    }
}
