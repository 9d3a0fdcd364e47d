package no.tillit.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import no.tillit.kernel.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayTest {
    private static final Clock NOW =
            new Clock(java.time.Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC));
    private final Say say = new Say(NOW, Locale.forLanguageTag("nb"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, i dag",
        "2026-11-22, i morgen",
        "2026-11-20, i går",
        "2026-12-14, om 23 dager",
        "2026-10-30, for 22 dager siden",
        "2027-06-21, om 7 måneder",
        "2028-12-31, om 2 år"
    })
    @DisplayName("a date is told with how far it is")
    void distance(LocalDate day, String expected) {
        assertThat(say.distance(day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, '1,0 kB'", "84000, 84 kB", "212000000, 212 MB", "3000000000, '3,0 GB'"})
    @DisplayName("a size is told in the unit one can picture")
    void size(long bytes, String expected) {
        assertThat(say.size(bytes)).isEqualTo(expected);
    }

    @Test
    @DisplayName("yesterday's moment is told as yesterday, by the clock in Norway")
    void moment() {
        assertThat(say.moment(Instant.parse("2026-11-20T14:40:00Z"))).isEqualTo("i går kl. 15.40");
    }
}
