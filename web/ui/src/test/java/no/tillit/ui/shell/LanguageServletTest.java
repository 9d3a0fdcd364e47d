package no.tillit.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageServletTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "/a\r\nb"})
    @DisplayName("the way back never leads to another server")
    void onlyHere(String back) {
        assertThat(LanguageServlet.here(back)).isEqualTo("/index.xhtml");
    }

    @Test
    @DisplayName("the way back keeps the page and its query")
    void keepsQuery() {
        assertThat(LanguageServlet.here("/project/projects.xhtml?q=a")).isEqualTo("/project/projects.xhtml?q=a");
    }
}
