package no.tillit.system.access;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.tillit.system.Api;
import no.tillit.system.Keycloak;
import no.tillit.system.Stack;
import no.tillit.system.Story;

/**
 * The records that are asked for, one set for each state, by the names the tables have for them. {@code ingrid} researches,
 * {@code jonas} follows up and {@code solveig} leads; those of another project have one of their own.
 */
final class Records {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)(!?)}");

    private final Map<State, Story> stories = new EnumMap<>(State.class);
    private final Map<State, RecordSet> shared = new EnumMap<>(State.class);

    /** The same for both tables. */
    static Records get() {
        return Made.ONCE;
    }

    /** Made when they are first asked for; when that fails, nothing is tried again. */
    private static final class Made {
        private static final Records ONCE = new Records();
    }

    private Records() {
        Keycloak.user(Person.c.username(), "caseworker");
        Keycloak.user(Person.l.username(), "project-lead");
        elsewhere();
        Story running = Story.begin();
        Story ended = Story.begin();
        for (State state : State.values()) {
            stories.put(state, state == State.ENDED ? ended : running);
            var records = new RecordSet(story(state));
            records.all();
            records.become(state);
            shared.put(state, records);
        }
        end(ended, Story.today().minusDays(1));
    }

    private static void elsewhere() {
        String project = Api.as(Person.l.username())
                .body(Story.projectForm(Story.approval()))
                .post("/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map.of(Person.r, "researcher", Person.c, "caseworker")
                .forEach((person, role) -> Api.as(Person.l.username())
                        .body(Map.of("role", role, "contacts", true))
                        .put("/projects/" + project + "/members/" + person.username())
                        .then()
                        .statusCode(200));
    }

    /** A text with the records of this state in it. */
    String filled(String text, State state) {
        return filled(text, Objects.requireNonNull(shared.get(state)));
    }

    /**
     * As {@link #filled}, with new records where the text has {@code !}. Does what {@code ask} does with it before the
     * project's end can move: one of an ended project is made while the project still runs.
     */
    <T> T anew(String text, State state, Function<String, T> ask) {
        if (!text.contains("!}")) {
            return ask.apply(filled(text, state));
        }
        if (state != State.ENDED) {
            return ask.apply(filled(text, made(state, text)));
        }
        synchronized (this) {
            end(story(state), Story.today().plusYears(1));
            String filled = filled(text, made(state, text));
            end(story(state), Story.today().minusDays(1));
            return ask.apply(filled);
        }
    }

    private static String filled(String text, RecordSet records) {
        return PLACE.matcher(text).replaceAll(place -> records.id(place.group(1)));
    }

    /** Only what the text asks for, since there are many. */
    private RecordSet made(State state, String text) {
        var records = new RecordSet(story(state));
        PLACE.matcher(text).results().forEach(place -> records.id(place.group(1)));
        records.become(state);
        return records;
    }

    private Story story(State state) {
        return Objects.requireNonNull(stories.get(state));
    }

    /** The same path with ids that nothing has. */
    static String absent(String text) {
        return PLACE.matcher(text)
                .replaceAll(place -> place.group().equals("{format}")
                        ? "fhir"
                        : UUID.randomUUID().toString());
    }

    private static void end(Story story, LocalDate day) {
        try (var connection = Stack.get().database("tillit");
                var update = connection.prepareStatement("UPDATE project SET ends_on = ? WHERE id = ?")) {
            update.setObject(1, day);
            update.setObject(2, UUID.fromString(story.project()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
