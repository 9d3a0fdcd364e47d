package no.tillit.system.access;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.system.Stack;
import no.tillit.system.access.Asking.Answer;

/** Somebody's session with the pages, logged in over the form of Keycloak, without a browser. */
final class Visit {
    private static final Map<Person, Visit> VISITS = new ConcurrentHashMap<>();
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final int REDIRECTED = 302;

    private final HttpClient client =
            Asking.client().cookieHandler(new Cookies()).build();
    private final String token;

    static Visit of(Person person) {
        return VISITS.computeIfAbsent(person, Visit::new);
    }

    private Visit(Person person) {
        token = person == Person.N ? "" : logIn(person.username());
    }

    private String logIn(String username) {
        String pages = Stack.get().pages();
        Answer form = followed(get(pages + "/index.xhtml"));
        String action = found(FORM, form.body()).replace("&amp;", "&");
        Answer start = followed(Asking.send(
                client,
                Asking.request(action, "POST", "username=" + username + "&password=" + username)
                        .build()));
        return found(TOKEN, start.body());
    }

    private Answer followed(Answer answer) {
        Answer last = answer;
        for (int i = 0; last.status() == REDIRECTED && i < 10; i++) {
            last = get(last.location().orElseThrow());
        }
        return last;
    }

    private Answer get(String address) {
        return Asking.send(client, Asking.request(address, "GET", "").build());
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return found.group(1);
    }

    /** Path and body have ids in place of the records' names; {@code {token}} in a header is that of the person's pages. */
    Answer ask(Line line, String path, String body) {
        var request = Asking.request(Stack.get().pages() + path, line.method(), body);
        line.headers().forEach((name, value) -> request.setHeader(name, value.replace("{token}", token)));
        return Asking.send(client, request.build());
    }
}
