package no.tillit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Words that nobody reads are translated in vain. */
class UnusedWordsTest {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][\\w-]*(?:\\.[\\w-]+)+");

    /** Where a key is put together: {@code "refusal." + code}, {@code "deletion.heading" + extent}. */
    private static final Pattern BEGINNING =
            Pattern.compile("[\"']([A-Za-z][\\w-]*\\.[\\w.-]*)[\"'] ?(?:\\+|\\.concat)");

    private static final Pattern PREFIX = Pattern.compile("[\"']([A-Za-z][\\w.-]*\\.)[\"']");

    @Test
    @DisplayName("every sentence of the bundles is said by some page")
    void used() throws IOException {
        String sources = sources();
        Set<String> named = found(KEY, sources, 0);
        Set<String> beginnings = found(BEGINNING, sources, 1);
        beginnings.addAll(found(PREFIX, sources, 1));
        Set<String> unused =
                ResourceBundle.getBundle("no.tillit.ui.messages", Locale.forLanguageTag("nb")).keySet().stream()
                        .filter(key -> !named.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(500);
        assertThat(unused).as("take these out of all three bundles").isEmpty();
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group)).collect(Collectors.toSet());
    }

    private static String sources() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/main")), Files.walk(Path.of("../base/src/main")))) {
            return files.filter(file -> !file.toString().contains("node_modules"))
                    .filter(file -> file.toString().matches(".*\\.(java|xhtml|xml|js|ts)"))
                    .map(UnusedWordsTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
