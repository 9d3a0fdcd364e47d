package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A thousand uploads that stand still half-way")
class StalledUploadsTest {
    private static final int MANY = 1_000;
    /** What one person may have on the way at a time, unless configured otherwise. */
    private static final int OF_EACH = 8;

    private static final String CLOSED = "closed";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Story story = Story.begin();

    @Test
    @DisplayName("take one person's places and nobody else's: others work on, and nothing is left of them")
    void othersWorkOn() throws IOException {
        String participant = story.participant();
        story.consent(participant, Map.of("interview", true));
        String interview = story.interview(participant);
        String other = story.participant("jonas", "follow-up", 1);
        story.consent("jonas", "follow-up", other, Map.of("follow-up", true));
        long before = Uploads.blobs();

        List<Socket> stalled = new ArrayList<>();
        try {
            String token = Api.token("ingrid");
            for (int i = 0; i < MANY; i++) {
                stalled.add(begin(interview, token));
            }
            List<String> refused = stalled.subList(OF_EACH * 4, MANY).stream()
                    .map(StalledUploadsTest::firstLine)
                    .toList();
            assertThat(refused).allMatch(line -> line.contains(" 429") || line.equals(CLOSED));
            assertThat(refused).filteredOn(line -> line.contains(" 429")).hasSizeGreaterThan(MANY / 2);
            Api.as("solveig", "project-administration")
                    .get("/projects/" + story.project())
                    .then()
                    .statusCode(200);
            Uploads.kept(Uploads.toParticipant(other, "release-plan", "plan.odt", SampleFiles.bytes("odt")));
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
        Eventually.within(PATIENCE, Uploads::blobs, count -> count <= before + 2);
        assertThat(Eventually.within(PATIENCE, () -> again(interview), status -> status != 429))
                .isEqualTo(201);
    }

    private static int again(String interview) {
        return Uploads.toInterview(interview, "transcript", "b.txt", "Hei igjen.".getBytes(StandardCharsets.UTF_8))
                .statusCode();
    }

    private static Socket begin(String interview, String token) {
        URI api = URI.create(Stack.get().api());
        String head = "POST " + api.getPath() + "/interviews/" + interview
                + "/documents?type=transcript HTTP/1.1\r\n"
                + "Tillit-Filename: a.txt\r\n"
                + "Host: " + api.getAuthority() + "\r\n"
                + "Authorization: Bearer " + token + "\r\n"
                + "Tillit-Purpose: research\r\n"
                + "Content-Type: text/plain\r\n"
                + "Content-Length: 1000000\r\n\r\nVi snakket";
        try {
            Socket socket = new Socket(api.getHost(), api.getPort());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that is closed before all it was sent was read may lose the answer on its way. */
    private static String firstLine(Socket socket) {
        try {
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? CLOSED : line;
        } catch (SocketException e) {
            return CLOSED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
