package no.tillit.document.internal;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import no.tillit.document.TransferRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A file that moves")
class PaceTest {
    private long now;
    private final Pace pace = new Pace(() -> now);

    @Test
    @DisplayName("at 32 KiB in half a minute goes on, at one byte less it is refused")
    void theEdge() {
        wait(Duration.ofSeconds(29), Pace.LEAST - 1);
        wait(Duration.ofSeconds(1), 1);
        wait(Duration.ofSeconds(29), Pace.LEAST - 1);
        assertTooSlow(Duration.ofSeconds(1), 0);
    }

    @Test
    @DisplayName("by a byte now and then is refused after half a minute")
    void drips() {
        wait(Duration.ofSeconds(20), 1);
        assertTooSlow(Duration.ofSeconds(20), 1);
    }

    @Test
    @DisplayName("is not refused for the time that others take")
    void others() {
        for (int i = 0; i < 10; i++) {
            wait(Duration.ofSeconds(1), 100);
            now += Duration.ofMinutes(5).toNanos();
        }
    }

    @Test
    @DisplayName("once fast enough does not live on that for ever")
    void noCredit() {
        wait(Duration.ofSeconds(30), 1 << 30);
        assertTooSlow(Duration.ofSeconds(30), 1);
    }

    private void assertTooSlow(Duration waited, long moved) {
        assertThatExceptionOfType(TransferRefused.class)
                .isThrownBy(() -> wait(waited, moved))
                .matches(refused -> refused.code().equals("transfer-too-slow"));
    }

    private void wait(Duration time, long bytes) {
        pace.waiting();
        now += time.toNanos();
        pace.moved(bytes);
    }
}
