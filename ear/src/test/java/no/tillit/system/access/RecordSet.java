package no.tillit.system.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.system.Api;
import no.tillit.system.Story;
import no.tillit.system.erasure.Deletions;

/** Records that belong together, each made when it is first asked for: a participant with all that hangs on it. */
final class RecordSet {
    /** The deletion job comes last: what is made after its preview would change it. */
    private static final String[] ALL = {
        "consent",
        "evidence",
        "document",
        "transcript",
        "contact",
        "template",
        "material",
        "hold",
        "scan",
        "form",
        "page",
        "notice",
        "username",
        "job"
    };

    private final Story story;
    private final Map<String, String> ids = new HashMap<>();

    RecordSet(Story story) {
        this.story = story;
    }

    /** The id of the record that the tables call so; a new kind of record is one line here. */
    String id(String kind) {
        String known = ids.get(kind);
        if (known == null) {
            known = make(kind);
            ids.put(kind, known);
        }
        return known;
    }

    private String make(String kind) {
        return switch (kind) {
            case "project" -> story.project();
            case "sample" -> story.sample(1);
            case "today" -> Story.today().toString();
            case "ends" -> Story.today().plusYears(1).toString();
            case "entry" -> "1";
            case "schedule" -> "contact-after-last-contact";
            case "transcript" -> divided();
            case "hold" -> hold();
            case "format" -> "fhir";
            case "absent" -> UUID.randomUUID().toString();
            case "name" -> "n" + UUID.randomUUID();
            case "username" -> member();
            case "participant" -> story.participant();
            case "contact" -> contact();
            case "consent" ->
                story.consent(id("participant"), Map.of("interview", true, "audio-recording", true, "follow-up", true));
            case "evidence" -> evidence();
            case "interview" -> interview();
            case "document" -> transcript();
            case "material" -> story.material(id("document"));
            case "version" -> story.templateDraft();
            case "template" -> template();
            case "job" -> job();
            case "scan" -> Forms.of(story).shared();
            case "batch" -> Forms.of(story).file();
            case "form" -> form();
            case "page" -> Forms.of(story).pageOf(id("form"));
            case "sheet" -> Forms.of(story).anybodys();
            case "leaf" -> Forms.of(story).pageOf(Forms.of(story).anybodys());
            case "notice" -> Forms.of(story).notice(id("participant"));
            default -> throw new IllegalArgumentException("No record is called " + kind);
        };
    }

    /** Makes everything there is, before the state changes. */
    void all() {
        for (String kind : ALL) {
            id(kind);
        }
    }

    /** Brings the participant into this state, and with it all that is about them. */
    void become(State state) {
        if (state == State.BLOCKED && ids.containsKey("participant")) {
            story.withdraw(id("consent"));
        }
        if (state == State.ERASED) {
            int version = Deletions.open(id("job")).getInt("job.version");
            Deletions.approve("henrik", id("job"), version).statusCode(200);
            Deletions.awaitState(id("job"), "completed");
        }
    }

    private String member() {
        String username = "n" + UUID.randomUUID().toString().substring(0, 8);
        story.member(username, "researcher", false);
        return username;
    }

    private String form() {
        id("consent");
        return Forms.of(story).of(id("participant"));
    }

    private String contact() {
        Api.as("ingrid", "research")
                .body(Map.of("name", "Kari Prøve", "phone", "+47 999 99 999"))
                .put("/participants/" + id("participant") + "/contact")
                .then()
                .statusCode(204);
        return id("participant");
    }

    private String evidence() {
        return Api.as("ingrid", "research")
                .contentType("application/octet-stream")
                .body(Scan.PNG)
                .header("Tillit-Filename", "skjema.png")
                .put("/consents/" + id("consent") + "/evidence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String interview() {
        id("consent");
        return story.interview(id("participant"));
    }

    private String transcript() {
        return Api.as("ingrid", "research")
                .contentType("text/plain")
                .body("Intervjuer: Hei.\nDeltaker: Hei.\n")
                .header("Tillit-Filename", "samtale.txt")
                .post("/interviews/" + id("interview") + "/documents?type=transcript")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Another transcript of the same interview, divided by who speaks; it keeps the document's id. */
    private String divided() {
        String document = transcript();
        Api.as("ingrid", "research")
                .body(Map.of(
                        "speakers",
                        List.of(
                                Map.of("label", "Intervjuer", "kind", "interviewer"),
                                Map.of("label", "Deltaker", "kind", "participant", "participant", id("participant")))))
                .put("/documents/" + document + "/speakers")
                .then()
                .statusCode(200);
        return document;
    }

    /** On somebody else, so that it holds nothing of this participant. */
    private String hold() {
        return Api.as("marit", "data-protection")
                .body(Map.of(
                        "participant",
                        story.participant(),
                        "reason",
                        "x",
                        "authority",
                        "x",
                        "reviewOn",
                        Story.today().plusYears(1).toString()))
                .post("/projects/" + story.project() + "/retention/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String template() {
        return Api.as("solveig")
                .get("/consent-template-versions/" + id("version"))
                .then()
                .statusCode(200)
                .extract()
                .path("template");
    }

    /** Proposed by marit, so that henrik may decide. */
    private String job() {
        id("contact");
        return Deletions.propose("marit", story.project(), id("participant"), "manual")
                .statusCode(201)
                .extract()
                .path("id");
    }
}
