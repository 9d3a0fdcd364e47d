package no.tillit.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.tillit.kernel.InvalidInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymTest {
    @Test
    @DisplayName("the number 572 has the check digit 4, as in Damm's own example")
    void publishedExample() {
        assertThat(Pseudonym.numbered(572)).hasToString("D-0572-4");
    }

    @Test
    @DisplayName("every single wrong digit is noticed, the check digit's too")
    void everyWrongDigit() {
        numbers().forEach(number -> {
            String right = Pseudonym.numbered(number).value();
            for (int i = 0; i < right.length(); i++) {
                if (Character.isDigit(right.charAt(i))) {
                    for (char wrong = '0'; wrong <= '9'; wrong++) {
                        if (wrong != right.charAt(i)) {
                            assertRefused(right.substring(0, i) + wrong + right.substring(i + 1));
                        }
                    }
                }
            }
        });
    }

    @Test
    @DisplayName("every swap of two neighbouring digits is noticed, across the hyphen too")
    void everySwap() {
        numbers().forEach(number -> {
            String right = Pseudonym.numbered(number).value();
            List<Integer> digits = new ArrayList<>();
            for (int i = 0; i < right.length(); i++) {
                if (Character.isDigit(right.charAt(i))) {
                    digits.add(i);
                }
            }
            for (int d = 1; d < digits.size(); d++) {
                char[] swapped = right.toCharArray();
                swapped[digits.get(d - 1)] = right.charAt(digits.get(d));
                swapped[digits.get(d)] = right.charAt(digits.get(d - 1));
                if (!new String(swapped).equals(right)) {
                    assertRefused(new String(swapped));
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D-572-4", "d-0572-4", "D-0572-4 ", "D-00572-4", "D-0572", "D-٠٥٧٢-4", "0572-4"})
    @DisplayName("there is one way to write a pseudonym")
    void oneSpelling(String other) {
        assertRefused(other);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Pseudonym.MAX_NUMBER + 1})
    @DisplayName("numbers begin at 1 and end at the highest one can write")
    void range(int number) {
        assertThatThrownBy(() -> Pseudonym.numbered(number)).isInstanceOf(IllegalArgumentException.class);
    }

    private static IntStream numbers() {
        return IntStream.concat(
                IntStream.rangeClosed(1, 1200), IntStream.of(9999, 10_000, 10_001, 123_456, Pseudonym.MAX_NUMBER));
    }

    private static void assertRefused(String value) {
        assertThatThrownBy(() -> new Pseudonym(value))
                .as(value)
                .isInstanceOf(InvalidInput.class)
                .hasMessageNotContaining("D-");
    }
}
