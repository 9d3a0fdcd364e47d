package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.tillit.erasure.internal.Rows;
import no.tillit.kernel.ParticipantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A deletion that one node began and another goes on with")
class AnotherNodeTest {
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
    @DisplayName("killed after some of the records: another node goes on and neither skips nor repeats")
    void goesOn() {
        office.pending(id).stream().limit(7).forEach(item -> office.erase(id, List.of(item)));
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
}
