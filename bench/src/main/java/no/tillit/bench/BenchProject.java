package no.tillit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A project of its own, made through the API: an approval, members, and people who said yes to everything. */
final class BenchProject {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));

    /** When the approval ends. */
    static final LocalDate LAST_DAY = TODAY.plusYears(1);

    /** Who approves. */
    final Person lead;

    private final String id;
    private final String sample;

    /** Those who write, each for their purpose. */
    final List<Person> researchers;

    /** Who proposes. */
    final Person officer;

    BenchProject(URI pages, URI realm) {
        officer = new Person(pages, realm, "marit", "data-protection");
        lead = new Person(pages, realm, "solveig", "project-administration");
        JsonNode project = lead.post("projects", project());
        id = project.get("id").asText();
        sample = project.get("samples").get(0).get("id").asText();
        researchers =
                List.of(new Person(pages, realm, "ingrid", "research"), new Person(pages, realm, "oyvind", "research"));
        for (String name : List.of("ingrid", "oyvind")) {
            lead.put("projects/" + id + "/members/" + name, Map.of("role", "researcher", "contacts", false));
        }
    }

    private static Map<String, Object> project() {
        return Map.of(
                "name",
                "Måling",
                "controller",
                "Høgskolen i Elvebakken",
                "approval",
                Map.of(
                        "reference", UUID.randomUUID().toString(),
                        "assessedOn", TODAY.minusYears(1).toString(),
                        "purpose", "Se hvor fort det går.",
                        "endsOn", LAST_DAY.toString(),
                        "followUpMonths", 24,
                        "samples",
                                List.of(Map.of("name", "Deltakere", "legalBasis", "consent", "confidentiality", false)),
                        "categories", List.of("general", "criminal-offence"),
                        "methods", List.of("individual-interview", "audio-recording")));
    }

    /** The address of something in this project. */
    String path(String below) {
        return "projects/" + id + "/" + below;
    }

    /** Somebody new. */
    String participant() {
        return researchers
                .get(0)
                .post(path("participants"), Map.of("sampleId", sample))
                .get("id")
                .asText();
    }

    /** A version that can be signed. */
    String publishedVersion() {
        String draft = lead.post(
                        path("consent-templates"), Map.of("readyMade", "study-participation", "name", "Måling"))
                .get("version")
                .get("id")
                .asText();
        String address = "consent-template-versions/" + draft;
        lead.put(address, Map.of("revision", 1, "content", lead.filled(address).get("content")));
        officer.post(address + "/publication", Map.of("revision", 2));
        return draft;
    }

    /** Letter and form printed for a participant. */
    byte[] printed(String participant, String version) {
        return researchers
                .get(0)
                .bytes(
                        "participants/" + participant + "/consent-forms",
                        Map.of("version", version, "language", "nb", "largePrint", false));
    }

    String id() {
        return id;
    }

    String sample() {
        return sample;
    }

    /** An interview with somebody new, recorded; the path its documents are sent to. */
    String interview() {
        return interview(participant());
    }

    /** An interview with this participant, recorded; the path its documents are sent to. */
    String interview(String participant) {
        Person researcher = researchers.get(0);
        researcher.post(
                "participants/" + participant + "/consents",
                Map.of(
                        "signedOn",
                        TODAY.minusDays(10).toString(),
                        "decisions",
                        Map.of("interview", true, "audio-recording", true),
                        "method",
                        "paper",
                        "language",
                        "nb"));
        String interview = researcher
                .post(
                        "projects/" + id + "/interviews",
                        Map.of(
                                "kind",
                                "individual",
                                "heldOn",
                                TODAY.minusDays(5).toString(),
                                "participants",
                                List.of(participant),
                                "minutes",
                                60,
                                "recorded",
                                true))
                .get("id")
                .asText();
        return "/api/v1/interviews/" + interview + "/documents";
    }

    List<String> interviews(int count) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paths.add(interview());
        }
        return paths;
    }
}
