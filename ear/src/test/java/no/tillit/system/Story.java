package no.tillit.system;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a test needs to stand on, entered over the API by those whose work it is. Each story has a project of its own, so
 * that tests do not meet: {@code solveig} leads it, {@code ingrid} is its researcher with the contact register open,
 * {@code jonas} its caseworker.
 */
public final class Story {

    private final String project;
    private final List<String> samples;

    private Story(String project, List<String> samples) {
        this.project = project;
        this.samples = samples;
    }

    /** A project whose approval covers everything, assessed a year ago and running for two more. */
    public static Story begin() {
        return begin(approval());
    }

    /** A project with this approval, see {@link #approval()}. */
    public static Story begin(Map<String, Object> approval) {
        var answer = Api.as("solveig")
                .body(projectForm(approval))
                .post("/projects")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Story story = new Story(answer.getString("id"), answer.getList("samples.id", String.class));
        story.member("ingrid", "researcher", true);
        story.member("jonas", "caseworker", true);
        return story;
    }

    /** A draft of a template for participants, as it comes with the product: what only a project knows is missing in it. */
    public String templateDraft() {
        return Api.as("solveig")
                .body(Map.of("readyMade", "study-participation", "name", "Deltakere " + UUID.randomUUID()))
                .post("/projects/" + project + "/consent-templates")
                .then()
                .statusCode(201)
                .extract()
                .path("version.id");
    }

    /** Material that Ingrid puts forward as anonymised, made from these documents, or from the whole project; without its file yet. */
    public String material(String... documents) {
        return material("ingrid", List.of(documents));
    }

    /** The same by somebody else. */
    public String material(String by, List<String> documents) {
        return Api.as(by)
                .body(Map.of(
                        "madeFrom",
                        documents,
                        "checks",
                        List.of("names", "places", "rare-combinations", "hidden-traces")))
                .post("/projects/" + project + "/anonymised-material")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The file of that material, sent by Ingrid; the id of the document that holds it. */
    public String materialFile(String material, String text) {
        return Api.as("ingrid", "research")
                .contentType("text/plain")
                .header("Tillit-Filename", "funn.txt")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .put("/anonymised-material/" + material + "/file")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A version for participants of sample 1 that can be signed; its id. */
    public String publishedVersion() {
        String draft = templateDraft();
        fill(draft, Map.of());
        publish(draft);
        return draft;
    }

    /** Solveig writes what is missing in a draft that nobody has saved; more fields, such as {@code reAsk}, go with it. */
    public void fill(String draft, Map<String, Object> more) {
        String address = "/consent-template-versions/" + draft;
        String read =
                Api.as("solveig").get(address).then().statusCode(200).extract().asString();
        Map<String, Object> content =
                JsonPath.from(read.replaceAll("\\[[^\\]\"{}]+\\]", "noe")).getMap("content");
        Map<String, Object> body = new HashMap<>(Map.of("revision", 1, "content", content));
        body.putAll(more);
        Api.as("solveig").body(body).put(address).then().statusCode(200);
    }

    /** Marit publishes a draft that has been saved once. */
    public void publish(String draft) {
        Api.as("marit")
                .body(Map.of("revision", 2))
                .post("/consent-template-versions/" + draft + "/publication")
                .then()
                .statusCode(200);
    }

    /** Letter and form in bokmål, printed for a participant. */
    public byte[] printed(String participant, String version) {
        return Api.as("ingrid", "research")
                .body(Map.of("version", version, "language", "nb", "largePrint", false))
                .post("/participants/" + participant + "/consent-forms")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** Sends scans by ingrid and waits until their pages have been read; the answer. */
    public String scanned(String name, byte[] file) {
        String id = Api.as("ingrid", "research")
                .contentType("application/octet-stream")
                .body(file)
                .header("Tillit-Filename", name)
                .post("/projects/" + project + "/scans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Eventually.within(
                Duration.ofSeconds(90),
                () -> Api.as("ingrid", "research").get("/scans/" + id).path("state"),
                state -> List.of("read", "refused").contains(String.valueOf(state)));
        return id;
    }

    /** The form of a project with this approval. */
    public static Map<String, Object> projectForm(Object approval) {
        return Map.of("name", "Prøveprosjekt", "controller", "Høgskolen i Elvebakken", "approval", approval);
    }

    /** The form of an approval that covers everything; sample 1 and 2 rest on consent, 3 on a public task. */
    public static Map<String, Object> approval() {
        Map<String, Object> approval = new HashMap<>();
        approval.put("reference", reference());
        approval.put("assessedOn", today().minusYears(1).toString());
        approval.put("purpose", "Se hva som hjelper på veien ut.");
        approval.put("endsOn", today().plusYears(2).toString());
        approval.put("followUpMonths", 24);
        approval.put(
                "samples",
                List.of(
                        Map.of("name", "Deltakere", "legalBasis", "consent", "confidentiality", false),
                        Map.of("name", "Veiledere", "legalBasis", "consent", "confidentiality", true),
                        Map.of("name", "Brukere av tjenesten", "legalBasis", "public-task", "confidentiality", false)));
        approval.put("categories", List.of("general", "criminal-offence", "health"));
        approval.put("methods", List.of("individual-interview", "focus-group", "audio-recording", "case-records"));
        return approval;
    }

    /** A reference that no approval has yet. */
    public static String reference() {
        return "T" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Today in Norway. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Oslo"));
    }

    public String project() {
        return project;
    }

    /** The id of the approval's sample with this number, from 1. */
    public String sample(int number) {
        return samples.get(number - 1);
    }

    /** A researcher of this project and of no other, of whose start page nothing else takes the room; the user name. */
    public String newcomer() {
        String username = "ny-" + UUID.randomUUID().toString().substring(0, 8);
        Keycloak.user(username, "researcher");
        member(username, "researcher", false);
        return username;
    }

    public Story member(String username, String role, boolean contacts) {
        Api.as("solveig")
                .body(Map.of("role", role, "contacts", contacts))
                .put("/projects/" + project + "/members/" + username)
                .then()
                .statusCode(200);
        return this;
    }

    /** A new participant of sample 1; its id. */
    public String participant() {
        return participant("ingrid", "research", 1);
    }

    public String participant(String by, String purpose, int sample) {
        return Api.as(by, purpose)
                .body(Map.of("sampleId", sample(sample)))
                .post("/projects/" + project + "/participants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A consent of ten days ago by the participant; its id. */
    public String consent(String participant, Map<String, Boolean> decisions) {
        return consent("ingrid", "research", participant, decisions);
    }

    public String consent(String by, String purpose, String participant, Map<String, Boolean> decisions) {
        return Api.as(by, purpose)
                .body(consentForm(today().minusDays(10), decisions))
                .post("/participants/" + participant + "/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> consentForm(LocalDate signedOn, Map<String, Boolean> decisions) {
        return Map.of("signedOn", signedOn.toString(), "decisions", decisions, "method", "paper", "language", "nb");
    }

    /** An interview of five days ago; its id. One participant makes it individual, more a focus group. */
    public String interview(String... participants) {
        return Api.as("ingrid", "research")
                .body(interviewForm(today().minusDays(5), List.of(participants)))
                .post("/projects/" + project + "/interviews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> interviewForm(LocalDate heldOn, List<String> participants) {
        return Map.of(
                "kind",
                participants.size() == 1 ? "individual" : "focus-group",
                "heldOn",
                heldOn.toString(),
                "participants",
                participants,
                "minutes",
                45,
                "recorded",
                false);
    }

    /** Withdraws what a consent gave, whole when no item is named. */
    public void withdraw(String consent, String... items) {
        Api.as("ingrid", "research")
                .body(items.length == 0 ? Map.of() : Map.of("items", List.of(items)))
                .post("/consents/" + consent + "/withdrawal")
                .then()
                .statusCode(200);
    }
}
