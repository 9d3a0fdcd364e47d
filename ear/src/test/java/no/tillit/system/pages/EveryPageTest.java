package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import no.tillit.testing.scans.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Every page, by everyone who has it")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTest {
    private static final String PARTICIPANT = "/participant/participant.xhtml?id=";
    private static final Set<String> KNOWS_PARTICIPANTS = Set.of("ingrid", "jonas", "solveig", "marit");
    private static final Set<String> SCANS = Set.of("ingrid", "jonas");
    private static final Set<String> SEES_HOLDS = Set.of("solveig", "marit", "audun");
    private static final Set<String> WRITES_TEMPLATES = Set.of("solveig", "marit");
    private static final Set<String> OPENED = new TreeSet<>();
    private static final int NARROW = 320;

    /** What fits for two people on a narrow screen fits for all: for how many each page was opened there. */
    private static final int TWO_PEOPLE = 2;

    private static final Map<String, Integer> NARROW_FOR = new TreeMap<>();

    private static String active = "";
    private static String unscanned = "";
    private static String blocked = "";
    private static String draft = "";
    private static String hold = "";
    private static String scanned = "";
    private static String project = "";
    private static String undivided = "";
    private static String divided = "";
    private static String material = "";

    @BeforeAll
    static void somethingToSee(@TempDir Path folder) throws IOException {
        Story story = Story.begin();
        project = story.project();
        active = story.participant();
        String consent = story.consent(active, Map.of("interview", true, "audio-recording", true));
        Api.as("ingrid", "research")
                .contentType(ContentType.BINARY)
                .body(Files.readAllBytes(new SmallFiles(folder).scan()))
                .header("Tillit-Filename", "skjema.png")
                .put("/consents/" + consent + "/evidence")
                .then()
                .statusCode(201);
        String interview = story.interview(active);
        undivided = transcript(interview);
        divided = transcript(interview);
        Api.as("ingrid", "research")
                .body(Map.of("speakers", List.of(Map.of("label", "Hun", "kind", "participant", "participant", active))))
                .put("/documents/" + divided + "/speakers")
                .then()
                .statusCode(200);
        story.scanned("skannet.png", Sheet.file(Sheet.with("", 100), "png"));
        draft = story.templateDraft();
        material = story.material(undivided);
        hold = Api.as("marit", "data-protection")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "participant",
                        active,
                        "reason",
                        "En klage",
                        "authority",
                        "GDPR Art 17(3)(e)",
                        "reviewOn",
                        Story.today().plusDays(30).toString()))
                .post("/projects/" + story.project() + "/retention/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        scanned = formOf(story.project());
        unscanned = story.participant();
        story.consent(unscanned, Map.of("interview", true));
        blocked = story.participant();
        story.withdraw(story.consent(blocked, Map.of("interview", true)));
    }

    /** A form that was scanned and waits for somebody to say whose it is. */
    private static String formOf(String project) {
        return Eventually.within(
                Duration.ofMinutes(1),
                () -> Api.as("ingrid", "research")
                        .get("/projects/" + project + "/scanned-forms")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("items[0].id"),
                Objects::nonNull);
    }

    private static String transcript(String interview) {
        return Api.as("ingrid", "research")
                .contentType(ContentType.BINARY)
                .body("Hun: Jeg ble møtt ved porten.".getBytes(StandardCharsets.UTF_8))
                .header("Tillit-Filename", "samtale.txt")
                .post("/interviews/" + interview + "/documents?type=transcript")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @ParameterizedTest(name = "{0}, {1}, {2} pixels wide")
    @CsvSource({
        "ingrid, nb, 1280", "jonas, nb, 1280", "solveig, nb, 1280", "marit, nb, 1280", "audun, nb, 1280",
        "olga, nb, 1280", "petter, nb, 1280", "ingrid, en, 320", "jonas, en, 320", "solveig, en, 320",
        "marit, en, 320", "audun, en, 320"
    })
    @Order(1)
    @DisplayName("has one heading, no barrier, nothing wider than the screen, nothing against the policy")
    void everyPage(String username, String language, int width) {
        try (Browser browser = Browser.open().logIn(username)) {
            Page page = browser.page();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            page.setViewportSize(width, 900);
            browser.go("/language?to=" + language + "&back=/index.xhtml");
            Set<String> files = new TreeSet<>();
            Deque<String> waiting = new ArrayDeque<>(List.of("/index.xhtml"));
            if (KNOWS_PARTICIPANTS.contains(username)) {
                check(browser, PARTICIPANT + blocked, language);
                for (String person : List.of(unscanned, active)) {
                    check(browser, PARTICIPANT + person, language);
                    waiting.addAll(links(page));
                }
            }
            if (SCANS.contains(username)) {
                // The start page may lead to another test's project, whose forms are not open to everybody.
                waiting.addFirst("/scan/scans.xhtml?project=" + project);
            }
            if (username.equals("ingrid")) {
                waiting.add("/scan/match.xhtml?id=" + scanned);
                waiting.add("/interview/speakers.xhtml?id=" + undivided);
                waiting.add("/interview/transcript.xhtml?id=" + divided);
                waiting.add("/document/material.xhtml?id=" + material);
            }
            if (SEES_HOLDS.contains(username)) {
                check(browser, "/retention/hold.xhtml?id=" + hold, language);
                OPENED.add("/retention/hold.xhtml");
            }
            if (WRITES_TEMPLATES.contains(username)) {
                check(browser, "/template/version.xhtml?id=" + draft, language);
                waiting.addAll(links(page));
            }
            while (!waiting.isEmpty()) {
                String path = waiting.poll();
                String file = path.replaceAll("\\?.*", "");
                if (files.add(file) && (width > NARROW || NARROW_FOR.merge(file, 1, Integer::sum) <= TWO_PEOPLE)) {
                    check(browser, path, language);
                    waiting.addAll(links(page));
                }
            }
            OPENED.addAll(files);
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/errors/not-found.xhtml, nb", "/errors/failed.xhtml, nb", "/errors/expired.xhtml, nb", "/logged-out.xhtml, nb",
        "/errors/not-found.xhtml, en", "/errors/failed.xhtml, en", "/errors/expired.xhtml, en", "/logged-out.xhtml, en"
    })
    @Order(2)
    @DisplayName("also those that nobody hopes to see")
    void sadPages(String path, String language) {
        try (Browser browser = Browser.open().logIn("jonas")) {
            browser.go("/language?to=" + language + "&back=" + path);
            assertThat(browser.page().locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(browser.page().locator("h1").count()).isEqualTo(1);
            browser.assertAccessible();
            OPENED.add(path);
        }
    }

    @Test
    @Order(3)
    @DisplayName("none was left out")
    void noneLeftOut() throws IOException {
        Path root = Stack.source("web/ui/src/main/webapp");
        try (Stream<Path> all = Files.walk(root)) {
            Set<String> files = all.filter(f -> f.toString().endsWith(".xhtml"))
                    .map(f -> "/" + root.relativize(f))
                    .filter(f -> !f.startsWith("/WEB-INF"))
                    .collect(Collectors.toCollection(TreeSet::new));
            files.removeAll(OPENED);
            assertThat(files).isEmpty();
        }
    }

    private static void check(Browser browser, String path, String language) {
        Page page = browser.page();
        Response response = page.navigate(path);
        assertThat(response.status()).as(path).isEqualTo(200);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(page.locator("h1").count()).as("headings of " + path).isEqualTo(1);
        assertThat(page.title()).endsWith(" – Tillit");
        assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as("sideways scroll of " + path)
                .isEqualTo(false);
        browser.assertAccessible();
    }

    private static List<String> links(Page page) {
        List<?> hrefs = (List<?>) page.evaluate(
                "[...document.querySelectorAll('main a[href], nav a[href]')].map(a => a.getAttribute('href'))");
        return hrefs.stream()
                .map(String::valueOf)
                .filter(href -> href.matches("/[a-z/-]+\\.xhtml(\\?.*)?"))
                .toList();
    }
}
