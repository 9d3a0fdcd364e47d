package no.tillit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.tillit.kernel.InvalidInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The name of a file in a header")
class SentNameTest {
    @Test
    @DisplayName("is percent-encoded UTF-8")
    void decoded() {
        assertThat(SentName.read("sk%C3%A5r%20(1)+2.pdf")).isEqualTo("skår (1)+2.pdf");
        assertThat(SentName.read("samtale.txt")).isEqualTo("samtale.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz.txt", "%E5.txt", "sk\u00E5r.pdf", "%C0%AE.txt"})
    @DisplayName("is refused when it is anything else")
    void malformed(String header) {
        assertThatThrownBy(() -> SentName.read(header))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("filename-malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a%00b", "%E2%80%AEfdp.exe"})
    @DisplayName("is refused when it is nothing, or hides what it is")
    void unfit(String header) {
        assertThatThrownBy(() -> SentName.read(header)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SentName.read(null)).isInstanceOf(InvalidInput.class);
    }
}
