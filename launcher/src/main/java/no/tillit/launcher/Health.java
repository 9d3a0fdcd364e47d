package no.tillit.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until a part answers, as long as its process lives. */
final class Health {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Health() {}

    /** @throws StackFailure when the process ends or the patience does before the address answers 200 */
    static void await(String name, String address, ChildProcess process, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!answers(address)) {
            process.requireAlive();
            if (System.nanoTime() - end > 0) {
                throw new StackFailure(name + " did not answer within " + patience.toSeconds() + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            if (Thread.interrupted()) {
                throw new StackFailure("interrupted while " + name + " was starting");
            }
        }
    }

    private static boolean answers(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.body().contains("failed-operation")) {
                throw new StackFailure("the server is up, but the application could not be deployed; see its log");
            }
            return response.statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
