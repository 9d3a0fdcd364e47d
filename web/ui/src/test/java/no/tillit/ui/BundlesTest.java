package no.tillit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/no/tillit/ui");
    private static final Pattern USE = Pattern.compile(
            "(?:\\bm\\['|say\\.it\\('|say\\.text\\('|\\.text\\(\"|\\.it\\(\\s*\"|\\bit\\(\"|\\btext\\(\")"
                    + "([a-z][A-Za-z]*\\.[A-Za-z0-9.-]+)['\"]");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "faces"})
    @DisplayName("the three languages say the same things")
    void sameKeys(String bundle) throws IOException {
        Set<Object> bokmaal = read(bundle + "_nb").keySet();

        assertThat(read(bundle + "_nn").keySet()).isEqualTo(bokmaal);
        assertThat(read(bundle + "_en").keySet()).isEqualTo(bokmaal);
    }

    @Test
    @DisplayName("every sentence a page or class asks for is there")
    void everyUsedKeyExists() throws IOException {
        Set<Object> known = read("messages_nb").keySet();
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(BundlesTest::isSource).toList()) {
                Matcher use = USE.matcher(Files.readString(file));
                use.results()
                        .map(r -> r.group(1))
                        .filter(key -> !key.endsWith(".") && !known.contains(key))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_nb", "messages_nn", "messages_en"})
    @DisplayName("no sentence is empty, and a blank is never lost to a single quote")
    void sentencesAreWhole(String bundle) throws IOException {
        Properties all = read(bundle);

        assertThat(all.values()).allSatisfy(v -> assertThat((String) v).isNotBlank());
        assertThat(all.values())
                .allSatisfy(v -> assertThat((String) v).doesNotContainPattern("\\{\\d.*(?<!')'(?!').*"));
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return !name.contains("node_modules") && (name.endsWith(".xhtml") || name.endsWith(".java"));
    }

    private static Properties read(String bundle) throws IOException {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"), StandardCharsets.UTF_8)) {
            all.load(reader);
        }
        return all;
    }
}
