package no.tillit.system.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table: who may ask this, for which purposes, and what is answered by the record's state. Whoever is not named
 * is answered as if there were nothing.
 *
 * @param path with records in braces, {@code {consent}}; {@code {consent!}} is one of its own for each who may
 * @param who the purposes by person; none when the endpoint asks for no purpose
 * @param answers to those who may, by state; what is not there is not asked
 * @param body what is sent, empty for nothing
 */
record Line(
        String method,
        String path,
        Map<Person, Set<String>> who,
        Map<State, Map<String, Integer>> answers,
        String body,
        Map<String, String> headers) {
    static final List<String> PURPOSES = List.of(
            "research",
            "follow-up",
            "project-administration",
            "data-protection",
            "rights-request",
            "audit",
            "operation");

    private static final String EVERYBODY = "";
    private static final int COLUMNS = 3;

    /** Reads {@code METHOD path | who | answers | body | headers}; groups are names for several who. */
    static Line read(String text, Map<String, String> groups) {
        String[] parts = text.split("\\|", -1);
        if (parts.length < COLUMNS) {
            throw new IllegalArgumentException("METHOD path | who | answers: " + text);
        }
        String[] call = parts[0].strip().split("\\s+");
        return new Line(
                call[0],
                call[1],
                who(parts[1], groups),
                answers(parts[2]),
                parts.length > COLUMNS ? parts[COLUMNS].strip() : "",
                parts.length > COLUMNS + 1 ? headers(parts[COLUMNS + 1]) : Map.of());
    }

    private static Map<Person, Set<String>> who(String text, Map<String, String> groups) {
        Map<Person, Set<String>> who = new LinkedHashMap<>();
        for (String word : text.strip().split("\\s+")) {
            if (groups.containsKey(word)) {
                who.putAll(who(groups.get(word), groups));
            } else if (!word.isEmpty()) {
                String[] named = word.split(":", 2);
                Set<String> purposes = named.length == 1 ? Set.of() : Set.of(named[1].split(","));
                if (!PURPOSES.containsAll(purposes)) {
                    throw new IllegalArgumentException("No such purpose: " + word);
                }
                who.put(Person.valueOf(named[0]), purposes);
            }
        }
        return who;
    }

    /** {@code 200} for everybody; {@code 200/C403} for everybody but the caseworker. */
    private static Map<State, Map<String, Integer>> answers(String text) {
        Map<State, Map<String, Integer>> answers = new EnumMap<>(State.class);
        String[] columns = text.strip().split("\\s+");
        for (State state : State.values()) {
            String column = columns.length > state.ordinal() ? columns[state.ordinal()] : "-";
            if (!column.equals("-")) {
                Map<String, Integer> byPerson = new HashMap<>();
                for (String each : column.split("/")) {
                    boolean named = Person.isKnown(each.substring(0, 1));
                    byPerson.put(named ? each.substring(0, 1) : EVERYBODY, answer(named ? each.substring(1) : each));
                }
                answers.put(state, byPerson);
            }
        }
        return answers;
    }

    /** {@code 404*} is nothing, but what decides is not the record: who may, for another purpose, is told so. */
    private static Integer answer(String text) {
        return text.endsWith("*") ? -Integer.parseInt(text.substring(0, text.length() - 1)) : Integer.valueOf(text);
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        Arrays.stream(text.split(";"))
                .filter(each -> !each.isBlank())
                .map(each -> each.split(":", 2))
                .forEach(each -> headers.put(each[0].strip(), each[1].strip()));
        return headers;
    }

    /** Whether the endpoint asks why. */
    boolean asksForPurpose() {
        return who.values().stream().anyMatch(purposes -> !purposes.isEmpty());
    }

    boolean lets(Person person, @Nullable String purpose) {
        Set<String> purposes = who.get(person);
        return purposes != null && (purposes.isEmpty() || (purpose != null && purposes.contains(purpose)));
    }

    /** The one right answer, or what whoever is not logged in is answered. */
    int expected(Person person, @Nullable String purpose, State state, int loggedOut) {
        if (person == Person.N && !who.containsKey(person)) {
            return loggedOut;
        }
        if (asksForPurpose() && purpose == null) {
            return 422;
        }
        if (!who.containsKey(person) || answer(person, state) == 404) {
            return 404;
        }
        return lets(person, purpose) ? Math.abs(answer(person, state)) : 403;
    }

    private int answer(Person person, State state) {
        Map<String, Integer> byPerson = answers.getOrDefault(state, Map.of());
        Integer own = byPerson.get(person.name());
        Integer all = byPerson.get(EVERYBODY);
        if (own == null && all == null) {
            throw new IllegalStateException("No answer for " + person + " and " + state + ": " + key());
        }
        return own == null ? Objects.requireNonNull(all) : own;
    }

    /** As endpoints are named when they are found: without query, records as {@code {}}. */
    String key() {
        return method + " " + keyOf(path);
    }

    static String keyOf(String path) {
        return path.replaceFirst("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
    }
}
