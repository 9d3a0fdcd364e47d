package no.tillit.launcher.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The invented approvals. */
final class Projects {
    private Projects() {}

    static Map<String, Object> research(
            String name, String controller, String reference, LocalDate assessedOn, LocalDate endsOn) {
        return project(
                name,
                controller,
                Map.of(
                        "reference", reference,
                        "assessedOn", assessedOn.toString(),
                        "purpose",
                                "Undersøke hva som hjelper og hindrer på veien fra fengsel til egen bolig og arbeid.",
                        "endsOn", endsOn.toString(),
                        "followUpMonths", 24,
                        "samples",
                                List.of(
                                        sample("Deltakere i oppfølgingstilbudet", "consent", false),
                                        sample("Veiledere og andre fagpersoner", "consent", true)),
                        "categories", List.of("general", "criminal-offence", "health"),
                        "methods", List.of("individual-interview", "focus-group", "audio-recording")));
    }

    static Map<String, Object> programme(
            String name, String controller, String reference, LocalDate assessedOn, LocalDate endsOn) {
        return project(
                name,
                controller,
                Map.of(
                        "reference", reference,
                        "assessedOn", assessedOn.toString(),
                        "purpose", "Planlegge og følge opp veien ut av fengsel sammen med den det gjelder.",
                        "endsOn", endsOn.toString(),
                        "followUpMonths", 12,
                        "samples", List.of(sample("Deltakere i Nye spor", "consent", false)),
                        "categories", List.of("general", "criminal-offence", "health"),
                        "methods", List.of("case-records")));
    }

    /** The id of the project's sample with this number, from 1. */
    static String sample(JsonNode project, int number) {
        return project.get("samples").get(number - 1).get("id").asText();
    }

    private static Map<String, Object> project(String name, String controller, Map<String, Object> approval) {
        return Map.of("name", name, "controller", controller, "approval", approval);
    }

    private static Map<String, Object> sample(String name, String legalBasis, boolean confidentiality) {
        return Map.of("name", name, "legalBasis", legalBasis, "confidentiality", confidentiality);
    }
}
