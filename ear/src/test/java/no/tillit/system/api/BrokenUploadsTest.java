package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("An upload that does not arrive as announced")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenUploadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Story story = Story.begin();
    private String interview = "";

    @BeforeAll
    void anInterviewHasBeenHeld() {
        String participant = story.participant();
        story.consent(participant, Map.of("interview", true));
        interview = story.interview(participant);
    }

    @Test
    @DisplayName("leaves nothing when the client goes away half-way")
    void goneAway() throws IOException {
        long before = Uploads.blobs();
        try (Socket socket = begin(interview, 10_000_000)) {
            socket.getOutputStream().write(lines(3_000_000));
            socket.getOutputStream().flush();
            Eventually.within(PATIENCE, Uploads::blobs, count -> count == before + 1);
        }
        Eventually.within(PATIENCE, Uploads::blobs, count -> count == before);
        assertThat(total()).isZero();
    }

    @Test
    @DisplayName("leaves nothing when it is shorter than its length")
    void shorter() throws IOException {
        long before = Uploads.blobs();
        try (Socket socket = begin(interview, 2_000)) {
            socket.getOutputStream().write(lines(1_000));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            String status = firstLine(socket);
            assertThat(status == null || status.contains(" 400") || status.contains(" 422"))
                    .as(String.valueOf(status))
                    .isTrue();
        }
        Eventually.within(PATIENCE, Uploads::blobs, count -> count == before);
        assertThat(total()).isZero();
    }

    @Test
    @DisplayName("is not kept when consent is withdrawn while it arrives")
    void withdrawnMeanwhile() throws IOException {
        String leaving = story.participant();
        String form = story.consent(leaving, Map.of("interview", true));
        String held = story.interview(leaving);
        long before = Uploads.blobs();
        byte[] text = lines(3_000_000);
        try (Socket socket = begin(held, text.length)) {
            OutputStream out = socket.getOutputStream();
            out.write(text, 0, text.length - 1);
            out.flush();
            Eventually.within(PATIENCE, Uploads::blobs, count -> count == before + 1);
            story.withdraw(form);
            out.write(text, text.length - 1, 1);
            out.flush();
            assertThat(firstLine(socket)).contains(" 409");
        }
        Eventually.within(PATIENCE, Uploads::blobs, count -> count == before);
        Api.as("marit", "data-protection")
                .get("/projects/" + story.project() + "/documents")
                .then()
                .body("total", equalTo(0));
    }

    private int total() {
        return Api.as("ingrid", "research")
                .get("/projects/" + story.project() + "/documents")
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    /** A request whose head says how much is to come. */
    private static Socket begin(String interview, long length) throws IOException {
        URI api = URI.create(Stack.get().api());
        Socket socket = new Socket(api.getHost(), api.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        String head = "POST " + api.getPath() + "/interviews/" + interview
                + "/documents?type=transcript HTTP/1.1\r\n"
                + "Tillit-Filename: a.txt\r\n"
                + "Host: " + api.getAuthority() + "\r\n"
                + "Authorization: Bearer " + Api.token("ingrid") + "\r\n"
                + "Tillit-Purpose: research\r\n"
                + "Content-Type: text/plain\r\n"
                + "Content-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    private static byte[] lines(int length) {
        return "Vi snakket om boligen.\n"
                .repeat(length / 23 + 1)
                .substring(0, length)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
