package no.tillit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @DisplayName("markup, expressions and formulas are text like any other and kept as typed")
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "#{session.invalidate()}",
                "${7*7}",
                "=HYPERLINK(\"x\")",
                "Bjørg Ærlig"
            })
    void keepsWhatPeopleType(String typed) {
        assertThat(PlainText.required("name", typed, 200)).isEqualTo(typed);
    }

    @ParameterizedTest
    @DisplayName("characters that hide or turn text are refused")
    @ValueSource(strings = {"a\u0000b", "a\u202Eb", "a\u2066b", "a\u200Bb", "a\nb", "a\u0007b", "a\uFEFFb"})
    void refusesHiddenCharacters(String typed) {
        assertThatThrownBy(() -> PlainText.required("name", typed, 200))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("hidden-characters");
                    assertThat(refusal.field()).isEqualTo("name");
                });
    }

    @Test
    @DisplayName("one character more than allowed is too long, counted as people count")
    void countsCodePoints() {
        assertThat(PlainText.required("name", "😀".repeat(10), 10)).hasSize(20);
        assertThatThrownBy(() -> PlainText.required("name", "😀".repeat(11), 10))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("too-long"));
    }

    @Test
    @DisplayName("a letter typed as two characters is kept as one")
    void normalises() {
        assertThat(PlainText.required("name", " A\u030Ase ", 10)).isEqualTo("\u00C5se");
    }

    @Test
    @DisplayName("blank is missing when required, and nothing when optional")
    void blank() {
        assertThat(PlainText.optional("name", " \t ", 10)).isNull();
        assertThatThrownBy(() -> PlainText.required("name", "  ", 10))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("missing"));
    }
}
