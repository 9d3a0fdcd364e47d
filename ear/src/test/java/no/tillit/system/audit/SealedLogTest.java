package no.tillit.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import no.tillit.verifier.Checkpoint;
import no.tillit.verifier.ExportReader;
import no.tillit.verifier.Hash;
import no.tillit.verifier.InclusionProof;
import no.tillit.verifier.Proofs;
import no.tillit.verifier.SignedNote;
import no.tillit.verifier.Verification;
import no.tillit.verifier.VerifierKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the running server seals, the verifier verifies with what the API hands out. */
class SealedLogTest {
    @Test
    @DisplayName("sealed on demand, exported and verified with key and checkpoint; each entry can be proved")
    void sealedAndVerified() throws IOException {
        Story.begin();
        VerifierKey key = VerifierKey.parse(get("/audit/key"));
        String older = seal();
        Story.begin();
        String newer = seal();

        Verification.Result result = new Verification(key, List.of(older, newer), entries -> {})
                .of(new ExportReader(
                        new ByteArrayInputStream(get("/audit/export").getBytes(StandardCharsets.UTF_8))));
        assertThat(result.findings()).isEmpty();
        assertThat(result.entries()).isEqualTo(checkpoint(newer).size());

        List<Hash> proof = get("/audit/consistency?older=" + checkpoint(older).size() + "&newer="
                        + checkpoint(newer).size())
                .lines()
                .filter(line -> !line.isEmpty())
                .map(Hash::ofBase64)
                .toList();
        assertThat(Proofs.consistent(
                        checkpoint(older).size(),
                        checkpoint(older).root(),
                        checkpoint(newer).size(),
                        checkpoint(newer).root(),
                        proof))
                .isTrue();

        assertThat(InclusionProof.parse(get("/audit/entries/1/proof")).holds(key))
                .isTrue();
        try (Stream<Path> kept = Files.list(Stack.get().data().resolve("checkpoints"))) {
            assertThat(kept.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(checkpoint(newer).size() + ".checkpoint")))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("the log checks itself, the operator seals but does not export, and there is no restore to confirm")
    void roles() {
        seal();
        Response check = Api.as("audun", "audit").post("/audit/checks");
        check.then().statusCode(200);
        assertThat(check.<Object>path("finding")).isNull();

        Api.as("olga", "operation").post("/audit/checkpoint").then().statusCode(200);
        Api.as("olga", "operation").get("/audit/export").then().statusCode(404);
        Api.as("olga", "operation").post("/audit/restores").then().statusCode(409);
        Api.as("audun", "audit").post("/audit/restores").then().statusCode(404);
        Api.as("ingrid", "research").get("/audit/checkpoint").then().statusCode(404);
    }

    @Test
    @DisplayName("the page says until when the log is sealed, checks it by keyboard and hands out what others need")
    void page() {
        try (Browser audun = Browser.open("nb")) {
            audun.logIn("audun");
            audun.go("/audit/entries.xhtml").assertAccessible();
            audun.page().locator("#sealNow").press("Enter");
            assertThat(audun.page().locator("main").innerText()).contains("Loggen er forseglet");
            audun.page().locator("#checkNow").press("Enter");
            assertThat(audun.page().locator("main").innerText()).contains("står slik de ble forseglet");
            audun.assertAccessible();
            assertThat(audun.page().locator("a[href='/seal/checkpoint']").count())
                    .isEqualTo(1);
        }
    }

    private static String seal() {
        return Api.as("audun", "audit")
                .post("/audit/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String get(String path) {
        return new String(
                Api.as("audun", "audit")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    private static Checkpoint checkpoint(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }
}
