package no.tillit.audit.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import no.tillit.kernel.Settings;
import no.tillit.testing.House;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a pool in which requests could wait for each other")
class EnoughConnectionsTest {
    @Test
    @DisplayName("stops the start, which names the setting; the defaults do not")
    void stopsTheStart() {
        assertThatCode(() -> with(Map.of()).require()).doesNotThrowAnyException();
        assertThatCode(() -> with(Map.of("tillit.http.threads", "14", "tillit.db.pool", "20"))
                        .require())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> with(Map.of("tillit.db.pool", "69")).require())
                .hasMessageContaining("tillit.db.pool is 69")
                .hasMessageContaining("tillit.http.threads (64)");
        assertThatThrownBy(() -> with(Map.of("tillit.http.threads", "65")).require())
                .hasMessageContaining("tillit.db.pool");
        assertThatThrownBy(() -> with(Map.of("tillit.db.pool", "many")).require())
                .hasMessageContaining("no number");
    }

    private static EnoughConnections with(Map<String, String> configured) {
        return new House()
                .holding(Settings.class, new Settings() {
                    @Override
                    public Optional<String> optional(String name) {
                        return Optional.ofNullable(configured.get(name));
                    }
                })
                .the(EnoughConnections.class);
    }
}
