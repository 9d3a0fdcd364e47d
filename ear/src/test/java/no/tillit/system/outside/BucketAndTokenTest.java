package no.tillit.system.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.tillit.system.Api;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import no.tillit.system.erasure.Deletions;
import no.tillit.testing.outside.S3Server;
import no.tillit.testing.outside.TokenFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An installation with its content in a bucket and its root key in a token")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketAndTokenTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BUCKET = "tillit";
    private static final String PIN = "test-pin-1234";
    private static final byte[] TEXT =
            "Deltaker: Jeg fikk nøkkelen til hybelen en tirsdag.\n".getBytes(StandardCharsets.UTF_8);

    private final S3Server bucket = new S3Server(Stack.source("ejb/target/s3/s3proxy.jar"), S3Server.IN_FILES);
    private TokenFolder token;
    private SecondInstallation installation;
    private Story story;
    private String participant;
    private String interview;

    @BeforeAll
    void start(@TempDir Path folder) {
        bucket.makeBucket(BUCKET);
        token = new TokenFolder(folder.resolve("softhsm2.conf"));
        token.make("tillit", PIN);
        Map<String, String> settings = new LinkedHashMap<>(bucket.settings(BUCKET));
        settings.put("tillit.keystore.kind", "pkcs11");
        settings.put("tillit.pkcs11.library", TokenFolder.LIBRARY.toString());
        settings.put("tillit.pkcs11.token", "tillit");
        installation = new SecondInstallation(
                folder,
                settings,
                Map.of(
                        "TILLIT_PKCS11_PIN",
                        PIN,
                        "SOFTHSM2_CONF",
                        token.configuration().toString()));
        installation.start();
        Api.sendTo(installation.api());
        story = Story.begin();
        participant = story.participant();
        story.consent(participant, Map.of("interview", true, "audio-recording", false));
        interview = story.interview(participant);
    }

    @AfterEach
    void back() {
        token.bringBack();
    }

    @AfterAll
    void stop() {
        Api.sendTo(null);
        try (bucket) {
            token.bringBack();
            installation.close();
        }
    }

    @Test
    @DisplayName("keeps what it is sent as ciphertext in the bucket, and gives it back whole and in part")
    void keepsAndReads() throws IOException {
        String document = kept(send());

        assertThat(read(document).then().statusCode(200).extract().asByteArray())
                .isEqualTo(TEXT);
        assertThat(Api.as("ingrid", "research")
                        .header("Range", "bytes=10-13")
                        .get("/documents/" + document + "/content")
                        .then()
                        .statusCode(206)
                        .extract()
                        .asByteArray())
                .isEqualTo("Jeg ".getBytes(StandardCharsets.UTF_8));
        List<Path> objects = bucket.objects(BUCKET);
        assertThat(objects).isNotEmpty();
        for (Path object : objects) {
            assertThat(Files.readString(object, StandardCharsets.ISO_8859_1)).doesNotContain("hybelen");
        }
    }

    @Test
    @DisplayName("answers 503 while the bucket is away, keeps nothing half, and goes on by itself when it is back")
    void bucketAway() {
        String document = kept(send());
        long documents = listed();

        bucket.kill();
        unavailable(send(), "storage-unavailable");
        unavailable(read(document), "storage-unavailable");
        assertThat(listed()).isEqualTo(documents);

        bucket.startAgain();
        assertThat(Eventually.within(PATIENCE, () -> read(document), answer -> answer.statusCode() == 200)
                        .asByteArray())
                .isEqualTo(TEXT);
        kept(send());
        assertThat(listed()).isEqualTo(documents + 1);
    }

    @Test
    @DisplayName("answers 503 while the token is away, serves what needs no key, and goes on by itself when it is back")
    void tokenAway() {
        String document = kept(send());
        long documents = listed();
        int objects = bucket.objects(BUCKET).size();

        token.takeAway();
        unavailable(send(), "keys-unavailable");
        unavailable(read(document), "keys-unavailable");
        Api.as("ingrid", "research").get("/participants/" + participant).then().statusCode(200);
        assertThat(bucket.objects(BUCKET)).hasSize(objects);

        token.bringBack();
        assertThat(Eventually.within(PATIENCE, () -> read(document), answer -> answer.statusCode() == 200)
                        .asByteArray())
                .isEqualTo(TEXT);
        assertThat(listed()).isEqualTo(documents);
        kept(send());
    }

    @Test
    @DisplayName("does not start without its token and says so; with it again it reads what it kept before")
    void startsNotWithout() {
        String document = kept(send());
        installation.stop();

        token.takeAway();
        String said = installation.startsNot();
        token.bringBack();
        installation.start();

        assertThat(said).contains("Tillit does not start: The token \"tillit\"");
        assertThat(read(document).then().statusCode(200).extract().asByteArray())
                .isEqualTo(TEXT);
    }

    @Test
    @DisplayName("takes what a deletion names out of the bucket, and destroys the key under the token")
    void erases() {
        String somebody = story.participant();
        story.consent(somebody, Map.of("interview", true, "audio-recording", false));
        int before = bucket.objects(BUCKET).size();
        String document = kept(send(story.interview(somebody)));
        assertThat(bucket.objects(BUCKET)).hasSizeGreaterThan(before);

        JsonPath preview = Deletions.propose("marit", story.project(), somebody, "request")
                .statusCode(201)
                .extract()
                .jsonPath();
        String job = preview.getString("id");
        Deletions.approve("henrik", job, preview.getInt("version")).statusCode(200);
        Deletions.awaitState(job, "completed");

        assertThat(bucket.objects(BUCKET)).hasSize(before);
        read(document).then().statusCode(404);
        Api.as("audun", "audit")
                .get("/deletion-jobs/{id}/certificate", job)
                .then()
                .statusCode(200)
                .contentType("application/pdf");
    }

    private Response send() {
        return send(interview);
    }

    private static Response send(String interview) {
        return Api.as("ingrid", "research")
                .contentType("text/plain")
                .body(TEXT)
                .header("Tillit-Filename", "samtale.txt")
                .post("/interviews/" + interview + "/documents?type=transcript");
    }

    private static String kept(Response upload) {
        return upload.then().statusCode(201).extract().path("id");
    }

    private static Response read(String document) {
        return Api.as("ingrid", "research").get("/documents/" + document + "/content");
    }

    private long listed() {
        return Api.as("ingrid", "research")
                .get("/projects/{id}/documents", story.project())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("total");
    }

    private static void unavailable(Response answer, String code) {
        answer.then()
                .statusCode(503)
                .contentType(containsString("application/problem+json"))
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:tillit:problem:" + code));
    }
}
