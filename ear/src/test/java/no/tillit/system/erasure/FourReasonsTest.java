package no.tillit.system.erasure;

import static no.tillit.system.erasure.ProjectUnderTest.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.tillit.erasure.DeletionCause;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.PlaintextSearch;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the product is for, once from end to end: nothing of what was deleted comes back, and the proof stands. */
@DisplayName("Every reason for deletion")
class FourReasonsTest {
    private static final String SAID = "Den som blir, har sagt dette.";

    @Test
    @DisplayName(
            "leads, in the browser and over the API, to a certificate that verifies; when both databases are lost and come"
                    + " back from before, in an older schema, all of it goes again before anybody is served")
    void throughARestore(@TempDir Path folder) throws SQLException, IOException {
        Assumptions.assumeTrue(Stack.get().isOurs(), "only a stack of our own may be set back");
        var living = ProjectUnderTest.registered();
        String stays = living.transcript(
                living.interview(
                        "individual",
                        living.aParticipant("Blir Værende", "interview").id()),
                "blir.txt",
                SAID);
        Map<DeletionCause, Doomed> byApi = doomed(living);
        Map<DeletionCause, Doomed> inBrowser = doomed(living);
        List<Doomed> all = Stream.concat(byApi.values().stream(), inBrowser.values().stream())
                .toList();

        Path seal = sealCertificate(folder);
        var backup = WholeBackup.in(folder);
        try {
            List<Path> certificates = certificates(folder, byApi, inBrowser);
            all.forEach(Doomed::isGone);
            all.forEach(Doomed::staysAnonymised);
            Api.as("olga", "operation").post("/audit/checkpoint").then().statusCode(200);

            Stack.get().restartApplicationAfterCrash(() -> {
                assertThat(backup.restore()).contains("newer migrations applied", "blobs put back");
                all.forEach(Doomed::isBack);
            });

            // Before the first request everything has gone again: nothing is waited for here.
            all.forEach(Doomed::isGone);
            all.forEach(Doomed::staysAnonymised);
            all.forEach(Doomed::takesNothingIn);
            nothingOnDisk(all);
            assertThat(content(stays)).isEqualTo(SAID);
            try (Browser ingrid = Browser.open().logIn("ingrid")) {
                all.forEach(one -> one.isNotShown(ingrid));
            }
            theLogSaysSo(all);
            verify(seal, certificates);
        } finally {
            backup.forgetWhatWasPutAside();
        }
    }

    private static Map<DeletionCause, Doomed> doomed(ProjectUnderTest living) throws SQLException {
        Map<DeletionCause, Doomed> each = new EnumMap<>(DeletionCause.class);
        for (DeletionCause cause : DeletionCause.values()) {
            boolean own = cause == DeletionCause.SCHEDULE || cause == DeletionCause.END_OF_PROCESSING;
            var doomed = new Doomed(cause, own ? ProjectUnderTest.registered() : living);
            if (cause == DeletionCause.END_OF_PROCESSING) {
                doomed.project.ends(Story.today().minusDays(1));
            }
            each.put(cause, doomed);
        }
        return each;
    }

    /** A deletion on its way: who, the job, and where its certificate is kept. */
    private record Deletion(Doomed doomed, String job, Path certificate) {}

    private static List<Path> certificates(
            Path folder, Map<DeletionCause, Doomed> byApi, Map<DeletionCause, Doomed> inBrowser) throws IOException {
        List<Deletion> all = new ArrayList<>();
        byApi.values().forEach(one -> all.add(begun(one, DeletingByApi.approved(one), folder)));
        try (var people = new DeletingInBrowser()) {
            List<Deletion> shown = inBrowser.values().stream()
                    .map(one -> begun(one, people.approved(one), folder))
                    .toList();
            shown.forEach(one -> people.certificate(one.job(), one.certificate()));
            for (Deletion one : all) {
                Deletions.awaitState(one.job(), "completed");
                Files.write(one.certificate(), Deletions.certificate(one.job()));
            }
            all.addAll(shown);
        }
        for (Deletion one : all) {
            Doomed doomed = one.doomed();
            try (PDDocument pdf = Loader.loadPDF(one.certificate().toFile())) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .as(doomed.toString())
                        .contains("Slettebekreftelse", one.job(), "marit", "henrik")
                        .doesNotContain(doomed.person.pseudonym(), doomed.person.id(), doomed.name, doomed.marker)
                        .satisfies(text -> assertThat(text.contains("Dette blir stående som anonymisert"))
                                .isEqualTo(!doomed.anonymised.isEmpty()));
            }
        }
        return all.stream().map(Deletion::certificate).toList();
    }

    private static Deletion begun(Doomed doomed, String job, Path folder) {
        return new Deletion(doomed, job, folder.resolve(job + ".pdf"));
    }

    /** No content under its id in the store, and neither names nor keys in any file outside the databases' own. */
    private static void nothingOnDisk(List<Doomed> all) throws IOException {
        Path data = Stack.get().data();
        try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            for (Doomed one : all) {
                assertThat(names)
                        .as(one.toString())
                        .noneMatch(name -> one.blobs.stream().anyMatch(name::contains));
            }
        }
        var search = new PlaintextSearch();
        for (Doomed one : all) {
            search.text("the name of " + one, one.name).text("the words of " + one, one.marker);
        }
        List<String> found = new ArrayList<>();
        for (String part : List.of("blobs", "register", "keys", "log", "work", "checkpoints")) {
            found.addAll(search.in(data.resolve(part), Instant.EPOCH));
        }
        assertThat(found).isEmpty();
    }

    /** What went twice stands in the log; its end is missing, which an operator has to explain before it is signed again. */
    private static void theLogSaysSo(List<Doomed> all) {
        for (Doomed one : all) {
            assertThat(Api.as("audun", "audit")
                            .get("/audit/entries?project={id}&action=erasure.repeated", one.project.id)
                            .<List<String>>path("items.actor"))
                    .as(one.toString())
                    .contains("system");
        }
        Api.as("olga", "operation").post("/audit/checkpoint").then().statusCode(409);
        assertThat(Api.as("olga", "operation").post("/audit/restores").statusCode())
                .isIn(200, 201, 204);
        Api.as("olga", "operation").post("/audit/checkpoint").then().statusCode(200);
    }

    /** The certificate of the seal, as the operator hands it to the auditor. */
    private static Path sealCertificate(Path folder) throws IOException {
        String printed = AdminTool.run("seal", "certificate", "-c", AdminTool.configuration("tillit.properties"));
        return Files.writeString(folder.resolve("seal.pem"), printed.substring(printed.indexOf("-----BEGIN")));
    }

    private static void verify(Path seal, List<Path> certificates) {
        for (Path certificate : certificates) {
            assertThat(AdminTool.run("certificate", "verify", certificate.toString(), "--certificate", seal.toString()))
                    .contains("The file is as it was sealed.", "This is the certificate in");
        }
    }

    private static String content(String document) {
        return Api.as("ingrid", RESEARCH)
                .get("/documents/{id}/content", document)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
