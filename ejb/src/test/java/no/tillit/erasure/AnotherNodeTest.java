package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.tillit.erasure.internal.ThisNode;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Rows;
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
    @DisplayName("comes back with its parts still at work: they stop, nothing goes twice, and the other's end stands")
    void comesBack() throws Exception {
        CountDownLatch busy = new CountDownLatch(4);
        CountDownLatch taken = new CountDownLatch(1);
        Set<Thread> parts = ConcurrentHashMap.newKeySet();
        office.documents.before(item -> {
            if (office.nodes.isFirst() && parts.add(Thread.currentThread())) {
                busy.countDown();
                await(taken);
            }
        });
        var first = office.inParts(id, 4, 2);
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<?> run = node.submit(first::eraseAll);
            await(busy);
            office.fallsSilent(id);
            office.nodes.be(UUID.randomUUID());
            assertThat(office.claim(id)).isTrue();
            taken.countDown();
            assertThatThrownBy(() -> run.get(60, TimeUnit.SECONDS))
                    .hasStackTraceContaining("Another node has taken this deletion over");
            office.nodes.be(null);
            office.house.does(() -> office.ending().endPartlyFailed(id));
            assertThatThrownBy(() -> office.house.does(() -> office.work().stillWorking(id)))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            node.shutdownNow();
        }
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.EXECUTING);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(27, 8, 0));
        office.fallsSilent(id);
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(27, 27, 0));
        assertThat(office.documents.went).doesNotHaveDuplicates().hasSize(18);
    }

    @Test
    @DisplayName("begins none beside its own run that was silent for long, nor more while such runs have not ended")
    void noneBesideItsOwn() {
        ThisNode node = new ThisNode();
        assertThat(node.begins(id)).isTrue();
        assertThat(node.begins(id)).isFalse();
        node.ended(id);
        assertThat(node.begins(id)).isTrue();
        assertThat(node.running()).isEqualTo(1);
    }

    @Test
    @DisplayName("has three at once; the next waits in the database, for this node or any other")
    void threeAtOnce() {
        List<DeletionJobId> more = Stream.generate(
                        () -> office.approve("henrik", office.proposeManual(office.aParticipant()))
                                .job()
                                .id())
                .limit(4)
                .toList();
        assertThat(more).extracting(each -> office.claim(each)).containsExactly(true, true, false, false);
        assertThat(office.house.doing(() -> office.work().hasRoom())).isFalse();
        office.nodes.be(UUID.randomUUID());
        assertThat(office.claim(more.get(2))).isTrue();
        office.nodes.be(null);
        assertThat(office.claim(more.get(3))).isFalse();
        office.eraseItems(id);
        office.finish(id);
        assertThat(office.claim(more.get(3))).isTrue();
        // One that fell silent has no thread any more, or not for long.
        office.fallsSilent(more.get(0));
        assertThat(office.house.doing(() -> office.work().hasRoom())).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
