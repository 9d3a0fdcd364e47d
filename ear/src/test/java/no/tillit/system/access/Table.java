package no.tillit.system.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The lines of one of the two files. {@code @name = …} makes a name for several who. */
record Table(String file, List<Line> lines) {
    static Table read(String file) {
        Map<String, String> groups = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (String text : content(file).split("\n")) {
            if (text.startsWith("@")) {
                String[] group = text.split("=", 2);
                groups.put(group[0].strip(), group[1]);
            } else if (!text.isBlank() && !text.startsWith("#")) {
                lines.add(Line.read(text, groups));
            }
        }
        return new Table(file, lines);
    }

    private static String content(String file) {
        try (InputStream in = Table.class.getResourceAsStream("/access/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What must be added and removed so that the file names just what was found; empty when it does. */
    String differenceTo(Set<String> found) {
        Set<String> named = lines.stream().map(Line::key).collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(found);
        missing.removeAll(named);
        Set<String> stale = new TreeSet<>(named);
        stale.removeAll(found);
        StringBuilder difference = new StringBuilder();
        missing.forEach(key -> difference
                .append("\nadd to ear/src/test/resources/access/")
                .append(file)
                .append(", with who may, for what, and the answers:\n    ")
                .append(suggested(key)));
        stale.forEach(key -> difference
                .append("\nremove from ear/src/test/resources/access/")
                .append(file)
                .append(", for there is no such thing: ")
                .append(key));
        return difference.toString();
    }

    /** {@code GET /participants/{}/documents} is most likely about a {@code {participant}}. */
    private static String suggested(String key) {
        String[] call = key.split(" ", 2);
        String[] segments = call[1].split("/");
        for (int i = 1; i < segments.length; i++) {
            if (segments[i].equals("{}")) {
                segments[i] = "{" + segments[i - 1].replaceFirst("s$", "") + "}";
            }
        }
        return call[0] + " " + String.join("/", segments) + " | @project | 200 200 404 200";
    }
}
