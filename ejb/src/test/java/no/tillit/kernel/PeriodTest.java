package no.tillit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate FIRST = LocalDate.of(2028, 2, 29);
    private static final LocalDate LAST = LocalDate.of(2028, 3, 31);

    @Test
    @DisplayName("first and last day belong to it, the days before and after do not")
    void bounds() {
        Period period = new Period(FIRST, LAST);
        assertThat(period.contains(FIRST.minusDays(1))).isFalse();
        assertThat(period.contains(FIRST)).isTrue();
        assertThat(period.contains(LAST)).isTrue();
        assertThat(period.contains(LAST.plusDays(1))).isFalse();
    }

    @Test
    @DisplayName("without an end it goes on")
    void open() {
        assertThat(new Period(FIRST, null).contains(LocalDate.of(2999, 12, 31))).isTrue();
    }

    @Test
    @DisplayName("reversed dates cannot be built")
    void reversed() {
        assertThatThrownBy(() -> new Period(LAST, FIRST)).isInstanceOf(InvalidInput.class);
    }
}
