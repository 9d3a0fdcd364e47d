package no.tillit.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A body that is too large to be read whole")
class LargeBodiesTest {
    private static final long MUCH = 300L << 20;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static Story story;

    @BeforeAll
    static void begin() {
        story = Story.begin();
    }

    /** As many signs as asked for, without a length that is known before. */
    private static final class Much extends InputStream {
        private long left = MUCH;

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + count, (byte) 'x');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ingrid, /projects/{project}/consent-import?rehearsal=true, text/csv, 422",
        "oyvind, /projects/{project}/consent-import?rehearsal=true, text/csv, 404",
        "olga, /projects/{project}/consent-import?rehearsal=true, text/plain, 404",
        "ingrid, /projects/{project}/participants, application/json, 400",
        "ingrid, /projects/{project}/participants, application/x-www-form-urlencoded, 413",
        "ingrid, /projects/{project}/participants, multipart/form-data; boundary=x, 415"
    })
    @DisplayName("is refused by the API, and others are answered as before")
    void api(String who, String path, String type, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Stack.get().api() + path.replace("{project}", story.project())))
                .header("Authorization", "Bearer " + Api.token(who))
                .header("Tillit-Purpose", "research")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(Much::new))
                .build();
        try {
            int answer = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
            assertThat(answer).isEqualTo(status);
        } catch (IOException cutOff) {
            assertThat(cutOff).as("the connection was closed while it was sent").isNotNull();
        }
        Api.as("ingrid", "research").get("/projects/" + story.project()).then().statusCode(200);
    }

    @Test
    @DisplayName("is refused by the pages when it is a form, and so is a form in parts")
    void pages() {
        try (Browser ingrid = Browser.open().logIn("ingrid")) {
            String page = "/scan/import.xhtml?project=" + story.project();
            assertThat(ingrid.page()
                            .request()
                            .post(
                                    page,
                                    RequestOptions.create()
                                            .setForm(FormData.create().set("csv", "x".repeat(3 << 20))))
                            .status())
                    .isEqualTo(413);
            assertThat(ingrid.page()
                            .request()
                            .post(
                                    page,
                                    RequestOptions.create()
                                            .setHeader("Content-Type", "multipart/form-data; boundary=x")
                                            .setData("--x--".getBytes(StandardCharsets.US_ASCII)))
                            .status())
                    .isEqualTo(415);
        }
    }
}
