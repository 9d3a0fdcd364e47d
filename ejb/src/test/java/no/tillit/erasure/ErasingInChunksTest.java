package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.tillit.access.Role;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Records that go in one transaction")
class ErasingInChunksTest {
    private static final int PEOPLE = 30;

    private Office office;
    private DeletionJobId id;
    private final List<UUID> records = new ArrayList<>();

    @BeforeEach
    void begin(@TempDir Path folder) {
        office = new Office(folder);
        for (int i = 0; i < PEOPLE; i++) {
            ParticipantId each = office.aParticipant();
            records.add(office.documents.keep(each, "interview"));
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
    @DisplayName("go together, and are counted together")
    void together() {
        office.erase(id, documents());
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(2 * PEOPLE, PEOPLE, 0));
        assertThat(office.documents.calls()).isEqualTo(1);
    }

    @Test
    @DisplayName("where one fails, nothing is counted; then each goes by itself, and the one that fails keeps no other")
    void oneFails() {
        office.documents.stick(records.get(3));
        List<Numbered> all = documents();
        assertThatThrownBy(() -> office.erase(id, all)).isInstanceOf(IllegalStateException.class);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(2 * PEOPLE, 0, 0));
        office.eraseItems(id);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(2 * PEOPLE, 2 * PEOPLE - 1, 1));
        assertThat(office.documents.has(records.get(3))).isTrue();
        office.finish(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.PARTLY_FAILED);
    }

    @Test
    @DisplayName("two nodes that take the same erase it once: the second finds nothing left to do")
    void twoNodes() throws Exception {
        List<Numbered> all = documents();
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> node = () -> {
                office.house.as("system", Role.SYSTEM);
                both.await();
                office.erase(id, all);
                return true;
            };
            for (Future<Boolean> each : nodes.invokeAll(List.of(node, node))) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(office.documents.calls()).isEqualTo(1);
        assertThat(office.open(id).progress().erased()).isEqualTo(PEOPLE);
    }

    @Test
    @DisplayName("what is held back after the list was read, and before its turn, stays")
    void heldMeanwhile() {
        List<Numbered> all = documents();
        Numbered held = all.get(5);
        office.house.as("system", Role.SYSTEM);
        office.house.does(() -> office.house
                .the(Rows.class)
                .change(
                        "UPDATE deletion_item SET decision = 'HOLD', reason = 'legal-claim', state = 'HELD_BACK'"
                                + " WHERE job_id = ? AND seq = ?",
                        id.value(),
                        held.seq()));
        office.erase(id, all);
        assertThat(office.documents.has(held.item().record())).isTrue();
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(2 * PEOPLE - 1, PEOPLE - 1, 0));
    }

    @Test
    @DisplayName("erased before the transaction ended, as by a kill: it is this deletion that erased them, and says so")
    void killedBeforeCommit() {
        List<Numbered> all = documents();
        assertThatThrownBy(() -> office.house.does(() -> {
                    office.work().erase(id, all);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(office.open(id).progress().erased()).isZero();
        office.fallsSilent(id);
        office.carryOut(id);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(2 * PEOPLE, 2 * PEOPLE, 0));
        long before = office.house.doing(() -> office.house
                .the(Rows.class)
                .number("SELECT count(*) FROM deletion_item WHERE job_id = ? AND erased_before", id.value()));
        assertThat(before).isZero();
    }

    private List<Numbered> documents() {
        return office.pending(id).stream()
                .filter(item -> item.item().kind().equals("document"))
                .toList();
    }
}
