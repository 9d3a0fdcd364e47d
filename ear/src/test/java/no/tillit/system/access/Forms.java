package no.tillit.system.access;

import java.awt.image.BufferedImage;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.tillit.system.Api;
import no.tillit.system.Stack;
import no.tillit.system.Story;
import no.tillit.testing.scans.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Scanned forms of a project to ask for. A file is read in the background, so one with many pages is read once, and each of
 * its pages made a form of its own.
 */
final class Forms {
    private static final int PAGES = 16;
    private static final Map<String, Forms> OF_PROJECTS = new ConcurrentHashMap<>();

    private final Story story;
    private final Deque<String> free = new ArrayDeque<>();
    private @Nullable String version;
    private @Nullable String batch;

    private Forms(Story story) {
        this.story = story;
    }

    static Forms of(Story story) {
        return OF_PROJECTS.computeIfAbsent(story.project(), project -> new Forms(story));
    }

    /** A file that has been read, with one form in it. */
    String file() {
        return story.scanned("ett.png", Scan.another());
    }

    /** The file whose forms are handed out here. */
    synchronized String shared() {
        if (batch == null) {
            readMany();
        }
        return Objects.requireNonNull(batch);
    }

    /** A form of which nobody knows whose it is. */
    synchronized String anybodys() {
        if (free.isEmpty()) {
            readMany();
        }
        return free.remove();
    }

    /** A form that somebody has said is this person's. */
    synchronized String of(String participant) {
        String signed = version == null ? story.publishedVersion() : version;
        version = signed;
        String form = anybodys();
        Api.as("ingrid", "research")
                .body(Map.of("number", Sheet.number(story.printed(participant, signed))))
                .post("/scanned-forms/" + form + "/number")
                .then()
                .statusCode(200);
        return form;
    }

    /** The first page of a form. */
    String pageOf(String form) {
        return Api.as("ingrid", "research")
                .get("/scanned-forms/" + form)
                .then()
                .statusCode(200)
                .extract()
                .path("pages[0].id");
    }

    /** That an agency has to be told of somebody's withdrawal. */
    String notice(String participant) {
        UUID id = UUID.randomUUID();
        try (var connection = Stack.get().database("tillit");
                var insert =
                        connection.prepareStatement("INSERT INTO recipient_notice VALUES (?, ?, ?, 'Boligkontoret',"
                                + " 'boligkontoret', 'WITHDRAWN', now(), NULL, NULL)")) {
            insert.setObject(1, id);
            insert.setObject(2, UUID.fromString(story.project()));
            insert.setObject(3, UUID.fromString(participant));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id.toString();
    }

    private void readMany() {
        var sheets = new BufferedImage[PAGES];
        Arrays.setAll(sheets, page -> Sheet.written("", 60, "Ark " + UUID.randomUUID()));
        String scan = story.scanned("mange.pdf", Sheet.pdf("", sheets));
        batch = scan;
        List<String> forms = Api.as("ingrid", "research")
                .get("/projects/" + story.project() + "/scanned-forms?size=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.batch == '" + scan + "' }.id", String.class);
        String first = forms.get(0);
        List<String> pages = Api.as("ingrid", "research")
                .get("/scanned-forms/" + first)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("pages.id", String.class);
        for (String page : pages.subList(1, pages.size())) {
            free.add(Api.as("ingrid", "research")
                    .post("/scanned-pages/" + page + "/split")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("id"));
        }
        free.add(first);
    }
}
