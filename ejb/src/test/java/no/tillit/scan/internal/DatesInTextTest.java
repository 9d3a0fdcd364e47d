package no.tillit.scan.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The date that a program finds on a form")
class DatesInTextTest {
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "Dato: 2.3.2026,2026-03-02",
        "02.03.26 Kari,2026-03-02",
        "Oslo 1/12 - 2025,2025-12-01",
        "1/12-2025,2025-12-01",
        "den 14. februar 2026,2026-02-14",
        "3 May 2025,2025-05-03",
        "31.2.2026,",
        "29.2.2024,2024-02-29",
        "3.3.2026,",
        "12.12.1999,",
        "12345.6.20267,",
    })
    @DisplayName("is one that exists, is not in the future and not long ago")
    void one(String text, @Nullable LocalDate day) {
        if (day == null) {
            assertThat(DatesInText.last(text, FROM, TODAY)).isEmpty();
        } else {
            assertThat(DatesInText.last(text, FROM, TODAY)).contains(day);
        }
    }

    @Test
    @DisplayName("is the last on the page, where one signs")
    void last() {
        assertThat(DatesInText.last("Brev av 5. januar 2026.\nGjelder til 30. juni 2027.\nDato 1.2.2026", FROM, TODAY))
                .contains(LocalDate.of(2026, 2, 1));
    }
}
