package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.tillit.document.FileRefused;
import no.tillit.document.IntakeUnavailable;
import no.tillit.kernel.Settings;
import org.jboss.logging.Logger;

/**
 * Asks the intake, a Tika server in a process of its own, what a file is and what it says. No parser ever runs in the
 * application: what bursts, hangs or runs away there is ended there (ADR 0041).
 *
 * <p>The file reaches it over loopback and, where its parser needs to jump about, a memory file system; never a disk.
 */
@ApplicationScoped
public class Intake {
    /** The most characters of text that are taken from one file; far above what people say in two hours. */
    static final int MOST_CHARACTERS = 5_000_000;

    private static final int MOST_ANSWER_BYTES = 64 << 20;
    private static final int MOST_FILES_INSIDE = 100;
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_RETURN = Duration.ofSeconds(15);
    private static final long BETWEEN_TRIES = 250;
    private static final Duration TO_ANSWER = Duration.ofSeconds(90);
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Settings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();

    private final Duration toReturn;

    @Inject
    public Intake(Settings settings) {
        this(settings, TO_RETURN);
    }

    /** @param toReturn how long to wait for a process that has ended and is started again */
    Intake(Settings settings, Duration toReturn) {
        this.settings = settings;
        this.toReturn = toReturn;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected Intake() {
        this(null, TO_RETURN);
    }

    /**
     * Looks into a file.
     *
     * @param content opens the plaintext; read once, on another thread
     * @param length how many bytes that is
     * @throws IntakeUnavailable when the process does not answer
     * @throws FileRefused when it ends or gives up while at this file
     */
    IntakeReport inspect(Supplier<InputStream> content, long length) {
        HttpRequest request = HttpRequest.newBuilder(address())
                .timeout(TO_ANSWER)
                .header("Accept", "application/json")
                .header("writeLimit", Integer.toString(MOST_CHARACTERS))
                .header("maxEmbeddedResources", Integer.toString(MOST_FILES_INSIDE))
                .PUT(measured(content, length))
                .build();
        try {
            HttpResponse<InputStream> answer = send(request);
            try (InputStream body = answer.body()) {
                return read(answer.statusCode(), body.readNBytes(MOST_ANSWER_BYTES + 1));
            }
        } catch (ConnectException | HttpConnectTimeoutException e) {
            LOG.warn("The intake does not answer; is it running, and is tillit.intake.url right?");
            throw new IntakeUnavailable();
        } catch (IOException e) {
            LOG.warnf("The intake gave up on a file: %s", e.getClass().getSimpleName());
            throw FileRefused.damaged();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable();
        }
    }

    /** When another file has just ended the process, it is back in a few seconds: a file that has not been sent can wait. */
    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + toReturn.toNanos();
        while (true) {
            try {
                return http.send(request, BodyHandlers.ofInputStream());
            } catch (ConnectException notThere) {
                if (System.nanoTime() > deadline) {
                    throw notThere;
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES);
            }
        }
    }

    private URI address() {
        String base = settings.required("tillit.intake.url");
        return URI.create(base.endsWith("/") ? base + "rmeta/text" : base + "/rmeta/text");
    }

    private static IntakeReport read(int status, byte[] answer) throws IOException {
        if (status == 503 || status == 429 || status == 404) {
            LOG.warnf("The intake answers with status %d", (Object) status);
            throw new IntakeUnavailable();
        }
        if (status != 200 || answer.length > MOST_ANSWER_BYTES) {
            throw new IOException("The intake could not read the file: status " + status);
        }
        try (var reader = Json.createReader(new ByteArrayInputStream(answer))) {
            JsonArray files = reader.readArray();
            return IntakeReports.read(files);
        } catch (JsonException | IllegalArgumentException e) {
            throw new IOException("The intake's answer cannot be read", e);
        }
    }

    /** A body of known length, so that the other side knows when it is whole. */
    private static BodyPublisher measured(Supplier<InputStream> content, long length) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(content), length);
    }
}
