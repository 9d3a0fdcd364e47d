package no.tillit.consent;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.kernel.Conflict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadingConsentsTest extends ConsentHouse {
    @Test
    @DisplayName("newest signature first, and a time line that tells every change")
    void timeLine() {
        ConsentId first = record(kari, MARCH_1, ALL_BUT_AUDIO).id();
        house.on(APRIL_1);
        ConsentId second = record(kari, APRIL_1, Map.of(AUDIO_RECORDING, true)).id();
        house.at(APRIL_1, LocalTime.of(12, 0));
        withdraw(second, AUDIO_RECORDING);
        assertThat(consents(kari)).extracting(ConsentSummary::id).containsExactly(second, first);
        List<ConsentMoment> line =
                house.doing(() -> house.the(ReadingConsents.class).history(kari, RESEARCH));
        assertThat(line).extracting(ConsentMoment::consent).containsExactly(null, second, first);
        assertThat(line.get(0).withdrawn()).containsExactly(AUDIO_RECORDING);
        assertThat(line.get(2).refused()).containsExactly(AUDIO_RECORDING);
    }

    @Test
    @DisplayName("is on record before it is answered")
    void audited() {
        house.audited.clear();
        consents(kari);
        assertThat(house.audited)
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("consent.read"));
    }

    @Test
    @DisplayName("a scan is attached once; the same again changes nothing, another is refused")
    void once() {
        ConsentId id = record(kari, MARCH_1, ALL_BUT_AUDIO).id();
        UUID scan = UUID.randomUUID();
        Consents all = house.the(Consents.class);
        house.does(() -> all.evidenceAttached(id, scan));
        house.does(() -> all.evidenceAttached(id, scan));
        assertThat(house.doing(() -> all.ref(id)).evidence()).isEqualTo(scan);
        assertThatThrownBy(() -> house.does(() -> all.evidenceAttached(id, UUID.randomUUID())))
                .isInstanceOf(Conflict.class);
    }
}
