package no.tillit.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.tillit.storage.Storage;
import no.tillit.storage.StorageChoice;

/** A bucket that starts uploads, takes their first parts, and then answers with an error, or not at all. */
public final class FailingBucket implements AutoCloseable {
    /** Instead of a status: the request is read and never answered. */
    public static final int SILENCE = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final int partsTaken;
    private final int status;

    public FailingBucket(int partsTaken, int status) {
        this.partsTaken = partsTaken;
        this.status = status;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The bucket as the application opens it; it waits a second for an answer. */
    public Storage storage() {
        Map<String, String> values = Map.of(
                "tillit.storage", "s3",
                "tillit.s3.endpoint", "http://127.0.0.1:" + server.getAddress().getPort(),
                "tillit.s3.region", "eu-north-1",
                "tillit.s3.bucket", "failing",
                "tillit.s3.access.key", "tests",
                "tillit.s3.secret.key", "a secret of the tests",
                "tillit.s3.timeout.seconds", "1");
        return StorageChoice.open(name -> Optional.ofNullable(values.get(name)));
    }

    /** Method and query of what was asked, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        String method = exchange.getRequestMethod();
        exchange.getRequestBody().readAllBytes();
        requests.add(method + " " + query);
        if (method.equals("POST") && query.startsWith("uploads") && partsTaken >= 0) {
            send(
                    exchange,
                    200,
                    "<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>");
        } else if (method.equals("PUT") && query.matches("partNumber=(\\d+).*") && part(query) <= partsTaken) {
            exchange.getResponseHeaders().add("ETag", "\"part\"");
            send(exchange, 200, "");
        } else if (method.equals("DELETE") && query.contains("uploadId")) {
            send(exchange, 204, "");
        } else if (status == SILENCE) {
            keepSilent(exchange);
        } else {
            send(exchange, status, "<Error><Code>Failing</Code><Message>on purpose</Message></Error>");
        }
    }

    private static int part(String query) {
        return Integer.parseInt(query.replaceAll("partNumber=(\\d+).*", "$1"));
    }

    private void keepSilent(HttpExchange exchange) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
