package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.Part;
import no.tillit.erasure.internal.Rows;
import no.tillit.kernel.ParticipantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A deletion is carried out in parts at once")
class PartsTest {
    private Office office;
    private DeletionJobId id;

    @BeforeEach
    void run(@TempDir Path folder) {
        office = new Office(folder);
        for (int i = 0; i < 9; i++) {
            ParticipantId each = office.aParticipant();
            office.documents.keep(each, "interview");
            office.documents.keep(each, "audio-recording");
        }
        office.endsOn(Office.TODAY.minusDays(1));
        id = office.approve(
                        "henrik",
                        office.propose("marit", new NewDeletion(office.project, null, DeletionCause.END_OF_PROCESSING)))
                .job()
                .id();
        office.claim(id);
        office.prepare(id);
    }

    @Test
    @DisplayName("every record is in one part, in none twice, and people are in no part while content is left")
    void eachOnce() {
        Set<Integer> given = new HashSet<>();
        List<Numbered> content = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            content.addAll(pending(new Part(0, 199, part, 4)));
            assertThat(pending(new Part(400, 9999, part, 4))).isEmpty();
        }
        content.forEach(item -> assertThat(given.add(item.seq())).isTrue());
        assertThat(content).hasSize(18);
        content.forEach(item -> office.house.does(() -> office.work().erase(id, item)));
        List<Numbered> people = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            people.addAll(pending(new Part(400, 9999, part, 4)));
        }
        assertThat(people)
                .hasSize(9)
                .allSatisfy(p -> assertThat(p.item().kind()).isEqualTo("participant"));
    }

    @Test
    @DisplayName("killed after some of the parts: another node goes on and neither skips nor repeats")
    void goesOn() {
        pending(new Part(0, 199, 1, 4))
                .forEach(item -> office.house.does(() -> office.work().erase(id, item)));
        office.fallsSilent(id);
        office.carryOut(id);
        DeletionPreview done = office.open(id);
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(done.progress()).isEqualTo(new DeletionProgress(27, 27, 0));
        assertThat(done.lines()).extracting(DeletionLine::records).containsExactly(18L, 9L);
    }

    @Test
    @DisplayName("the lease runs by the clock that all nodes share, whatever a node's own says")
    void lease() {
        office.house.on(Office.TODAY.plusDays(1));
        assertThat(office.claim(id)).isFalse();
        Duration left = office.house.doing(() -> office.house
                .the(Rows.class)
                .one(
                        "SELECT extract(epoch FROM lease_until - clock_timestamp()) FROM deletion_job WHERE id = ?",
                        row -> Duration.ofSeconds(row.getLong(1)),
                        id.value())
                .orElseThrow());
        assertThat(left).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    private List<Numbered> pending(Part part) {
        return office.house.doing(() -> office.work().pending(id, part));
    }
}
