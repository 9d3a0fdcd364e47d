package no.tillit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import no.tillit.kernel.InvalidInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionPeriodTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @DisplayName("is over when all of it has passed, never a day before")
    @CsvSource({
        "2026-11-22, P0D, 2026-11-22",
        "2026-11-22, P1Y, 2027-11-22",
        "2024-02-29, P1Y, 2025-03-01",
        "2024-02-29, P4Y, 2028-02-29",
        "2026-01-31, P1M, 2026-03-01",
        "2028-01-31, P1M, 2028-03-01",
        "2026-08-31, P1M, 2026-10-01",
        "2026-12-31, P2M, 2027-03-01",
        "2026-02-28, P1M, 2026-03-28",
        "2026-03-28, P1D, 2026-03-29",
        "2026-10-24, P2D, 2026-10-26",
        "2026-01-31, P1M10D, 2026-03-11"
    })
    void over(LocalDate start, String period, LocalDate over) {
        assertThat(RetentionPeriod.parse(period).after(start)).isEqualTo(over);
    }

    @Test
    @DisplayName("begun later it never ends earlier, and a longer one never ends before a shorter one")
    void monotone() {
        Random random = new Random(21);
        for (int i = 0; i < 20_000; i++) {
            LocalDate start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(6_000));
            RetentionPeriod period = new RetentionPeriod(random.nextInt(4), random.nextInt(14), random.nextInt(40));
            LocalDate over = period.after(start);
            assertThat(over).isAfterOrEqualTo(start);
            assertThat(period.after(start.plusDays(1 + random.nextInt(3)))).isAfterOrEqualTo(over);
            assertThat(new RetentionPeriod(period.years(), period.months() + 1, period.days()).after(start))
                    .isAfter(over);
            assertThat(start.plusYears(period.years()).plusMonths(period.months()))
                    .as("%s from %s", period.iso(), start)
                    .isBeforeOrEqualTo(over);
        }
    }

    @ParameterizedTest
    @DisplayName("is whole years, months and days, and nothing else")
    @ValueSource(strings = {"", "2Y", "P", "PT5H", "P-1Y", "P101Y", "P1.5Y", "soon", "P99999999999Y"})
    void refused(String text) {
        assertThatThrownBy(() -> RetentionPeriod.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName("is written as it is read")
    void iso() {
        for (String text : new String[] {"P2Y", "P18M", "P90D", "P1Y2M3D", "P0D"}) {
            assertThat(RetentionPeriod.parse(text).iso()).isEqualTo(text);
        }
    }
}
