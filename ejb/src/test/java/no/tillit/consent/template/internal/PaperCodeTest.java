package no.tillit.consent.template.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PaperCodeTest {
    private final SecureRandom random = new SecureRandom();

    @RepeatedTest(20)
    @DisplayName("a code is read as it was printed, whatever is mistaken for what, and not when a sign is wrong")
    void read() {
        String code = PaperCode.random(11, random);
        assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(PaperCode.read(code)).contains(code);
        assertThat(PaperCode.read(code.toLowerCase(java.util.Locale.ROOT)
                        .replace("-", " ")
                        .replace('0', 'o')))
                .contains(code);
        char wrong = code.charAt(2) == 'A' ? 'B' : 'A';
        assertThat(PaperCode.read(code.substring(0, 2) + wrong + code.substring(3)))
                .isEmpty();
    }

    @Test
    @DisplayName("nonsense is no code")
    void nonsense() {
        assertThat(PaperCode.read("")).isEmpty();
        assertThat(PaperCode.read("A")).isEmpty();
        assertThat(PaperCode.read("U!#{x}")).isEmpty();
    }
}
