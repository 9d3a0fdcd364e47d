package no.tillit.launcher.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a newcomer finds at the first start: two research projects and a programme, people at every step of the way, one of
 * whom has withdrawn. All of it is invented.
 */
public final class SampleData {
    private final DemoUser ingrid;
    private final DemoUser oyvind;
    private final DemoUser jonas;
    private final DemoUser solveig;
    private final LocalDate today;

    /**
     * @param api the address that ends in {@code /api/v1/}
     * @param tokens the realm's token endpoint
     */
    public SampleData(URI api, URI tokens, Clock clock) {
        ingrid = new DemoUser(api, tokens, "ingrid", "research");
        oyvind = new DemoUser(api, tokens, "oyvind", "research");
        jonas = new DemoUser(api, tokens, "jonas", "follow-up");
        solveig = new DemoUser(api, tokens, "solveig", "project-administration");
        today = LocalDate.now(clock);
    }

    /**
     * Enters all of it.
     *
     * @throws IllegalStateException when a call is refused, with the answer
     */
    public void load() {
        evaluation();
        otherEvaluation();
        programme();
    }

    private void evaluation() {
        JsonNode project = solveig.post(
                "projects",
                Projects.research(
                        "Veien ut 2026",
                        "Høgskolen i Elvebakken",
                        "512604",
                        today.minusMonths(8),
                        today.plusYears(2).withMonth(12).withDayOfMonth(31)));
        String id = project.get("id").asText();
        solveig.put("projects/" + id + "/members/ingrid", Map.of("role", "researcher", "contacts", true));
        String participants = Projects.sample(project, 1);
        String advisers = Projects.sample(project, 2);

        String first = register(ingrid, id, participants);
        ingrid.put(
                "participants/" + first + "/contact",
                Map.of("name", "Prøve Prøvesen", "phone", "40 00 00 00", "note", "Ring helst etter klokka tolv"));
        consent(
                ingrid,
                first,
                today.minusDays(40),
                Map.of("interview", true, "audio-recording", true, "contact-again", true));
        String alone = interview(id, "individual", today.minusDays(33), 47, true, List.of(first));
        ingrid.upload("interviews/" + alone + "/documents", "audio-recording", "opptak.wav", "audio/wav", Tone.wav(6));
        ingrid.upload(
                "interviews/" + alone + "/documents", "transcript", "intervju.txt", "text/plain", text(INTERVIEW));

        String second = register(ingrid, id, participants);
        consent(ingrid, second, today.minusDays(30), Map.of("interview", true, "audio-recording", false));
        String notes = interview(id, "individual", today.minusDays(20), 55, false, List.of(second));
        ingrid.upload("interviews/" + notes + "/documents", "interview-notes", "notat.txt", "text/plain", text(NOTES));

        String third = register(ingrid, id, participants);
        String fourth = register(ingrid, id, participants);
        for (String member : List.of(third, fourth)) {
            consent(ingrid, member, today.minusDays(25), Map.of("interview", true, "audio-recording", true));
        }
        String group = interview(id, "focus-group", today.minusDays(12), 90, true, List.of(third, fourth));
        ingrid.upload("interviews/" + group + "/documents", "transcript", "gruppe.vtt", "text/vtt", text(GROUP));

        String adviser = register(ingrid, id, advisers);
        consent(ingrid, adviser, today.minusDays(9), Map.of("interview", true, "audio-recording", true));

        String left = register(ingrid, id, participants);
        consent(ingrid, left, today.minusDays(28), Map.of("interview", true, "audio-recording", true));
        String withdrawn = interview(id, "individual", today.minusDays(18), 38, true, List.of(left));
        ingrid.upload(
                "interviews/" + withdrawn + "/documents", "transcript", "samtale.txt", "text/plain", text(INTERVIEW));
        ingrid.withdraw(left);

        register(ingrid, id, participants);
    }

    private void otherEvaluation() {
        JsonNode project = solveig.post(
                "projects",
                Projects.research(
                        "Nye spor – evaluering",
                        "Institutt for sosialt arbeid, Elvebakken",
                        "518220",
                        today.minusMonths(5),
                        today.plusYears(1)));
        String id = project.get("id").asText();
        solveig.put("projects/" + id + "/members/oyvind", Map.of("role", "researcher", "contacts", false));
        String someone = register(oyvind, id, Projects.sample(project, 1));
        consent(oyvind, someone, today.minusDays(14), Map.of("interview", true, "audio-recording", true));
    }

    private void programme() {
        JsonNode project = solveig.post(
                "projects",
                Projects.programme(
                        "Nye spor, bydel Elvebakken",
                        "Elvebakken kommune",
                        "INT-2026-07",
                        today.minusYears(1),
                        today.plusYears(4)));
        String id = project.get("id").asText();
        solveig.put("projects/" + id + "/members/jonas", Map.of("role", "caseworker", "contacts", true));
        solveig.put("projects/" + id + "/members/petter", Map.of("role", "partner", "contacts", false));
        String someone = register(jonas, id, Projects.sample(project, 1));
        consent(
                jonas,
                someone,
                today.minusDays(60),
                Map.of("follow-up", true, "share-plan/work/NAV", true, "share-plan/housing/Bydelen", false));
        jonas.put(
                "participants/" + someone + "/contact", Map.of("name", "Eksempel Eksempelsen", "phone", "41 00 00 00"));
        jonas.upload("participants/" + someone + "/documents", "release-plan", "plan.txt", "text/plain", text(PLAN));
        jonas.upload(
                "participants/" + someone + "/documents", "case-decision", "vedtak.txt", "text/plain", text(DECISION));
        String another = register(jonas, id, Projects.sample(project, 1));
        consent(jonas, another, today.minusDays(6), Map.of("follow-up", true, "share-plan/work/NAV", false));
    }

    private static String register(DemoUser by, String project, String sample) {
        return by.post("projects/" + project + "/participants", Map.of("sampleId", sample))
                .get("id")
                .asText();
    }

    private static void consent(DemoUser by, String participant, LocalDate signedOn, Map<String, Boolean> decisions) {
        by.post(
                "participants/" + participant + "/consents",
                Map.of("signedOn", signedOn.toString(), "decisions", decisions, "method", "paper", "language", "nb"));
    }

    private String interview(
            String project, String kind, LocalDate heldOn, int minutes, boolean recorded, List<String> people) {
        return ingrid.post(
                        "projects/" + project + "/interviews",
                        Map.of(
                                "kind", kind,
                                "heldOn", heldOn.toString(),
                                "minutes", minutes,
                                "recorded", recorded,
                                "participants", people))
                .get("id")
                .asText();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String INTERVIEW = """
            Intervjuer: Hva var det viktigste de første ukene ute?
            Deltaker: At noen tok telefonen. Jeg hadde en seng, men ikke noe å fylle dagen med.
            Intervjuer: Hvem var det som tok telefonen?
            Deltaker: Veilederen. Vi gikk gjennom regningene sammen, en etter en.
            """;

    private static final String NOTES = """
            Samtale uten opptak, etter deltakerens ønske.
            Tema: overgangen fra avdeling til egen bolig, kontakt med familien, arbeidspraksis fire dager i uka.
            """;

    private static final String GROUP = """
            WEBVTT

            00:00:01.000 --> 00:00:06.000
            Første deltaker: Verkstedet ga meg noe å stå opp til.

            00:00:06.500 --> 00:00:12.000
            Andre deltaker: For meg var det at ingen spurte om det samme tre ganger.
            """;

    private static final String PLAN = """
            Løslatelsesplan
            Bolig: søknad om startbolig sendes før jul.
            Inntekt og gjeld: møte om gjeldsordning.
            Arbeid: begynner i sykkelverksted.
            """;

    private static final String DECISION = """
            Vedtak om startbolig
            Søknaden er innvilget for ett år.
            """;
}
