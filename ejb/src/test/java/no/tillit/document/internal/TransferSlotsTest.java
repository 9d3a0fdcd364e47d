package no.tillit.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.tillit.document.TransferRefused;
import no.tillit.kernel.Refusal.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files on their way")
class TransferSlotsTest {
    private final TransferSlots slots = new TransferSlots(3, 2);

    @Test
    @DisplayName("are so many of one person, and another person's do not count")
    void ofEach() {
        slots.take("ingrid");
        slots.take("ingrid");
        assertRefused("ingrid", "too-many-transfers", Kind.TOO_MANY);
        slots.take("oyvind");
    }

    @Test
    @DisplayName("are so many in all")
    void inAll() {
        slots.take("ingrid");
        slots.take("oyvind");
        slots.take("jonas");
        assertRefused("solveig", "transfers-busy", Kind.UNAVAILABLE);
    }

    @Test
    @DisplayName("make room when they have arrived")
    void makeRoom() {
        slots.take("ingrid");
        try (var second = slots.take("ingrid")) {
            assertThat(second).isNotNull();
            assertRefused("ingrid", "too-many-transfers", Kind.TOO_MANY);
        }
        slots.take("ingrid");
        assertRefused("ingrid", "too-many-transfers", Kind.TOO_MANY);
    }

    private void assertRefused(String username, String code, Kind kind) {
        assertThatExceptionOfType(TransferRefused.class)
                .isThrownBy(() -> slots.take(username))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.kind()).isEqualTo(kind);
                });
    }
}
