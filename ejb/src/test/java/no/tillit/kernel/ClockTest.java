package no.tillit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClockTest {
    @Test
    @DisplayName("half an hour before midnight in London it is tomorrow in Norway")
    void daysAreNorwegian() {
        Clock clock = new Clock(java.time.Clock.fixed(Instant.parse("2026-12-31T23:30:00Z"), ZoneOffset.UTC));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2027, 1, 1));
    }
}
