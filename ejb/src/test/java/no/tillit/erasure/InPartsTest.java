package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import no.tillit.access.Role;
import no.tillit.erasure.internal.batch.ErasureParts;
import no.tillit.erasure.internal.batch.MoreToErase;
import no.tillit.erasure.internal.batch.VerifyErasure;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.PartsRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A deletion that runs in parts")
class InPartsTest {
    private static final int PEOPLE = 8;
    private static final int EACH = 5;
    private static final int ALL = PEOPLE * (EACH + 1);

    private Office office;
    private DeletionJobId id = new DeletionJobId(new UUID(0, 0));

    @BeforeEach
    void prepare(@TempDir Path folder) {
        office = new Office(folder);
    }

    private PartsRun begun(int documentsEach) {
        for (int i = 0; i < PEOPLE; i++) {
            ParticipantId someone = office.aParticipant();
            for (int j = 0; j < documentsEach; j++) {
                office.documents.keep(someone, "interview");
            }
        }
        office.endsOn(Office.TODAY.minusDays(1));
        id = office.approve(
                        "henrik",
                        office.propose("marit", new NewDeletion(office.project, null, DeletionCause.END_OF_PROCESSING)))
                .job()
                .id();
        office.claim(id);
        office.prepare(id);
        return office.inParts(id, EACH);
    }

    @Test
    @DisplayName("has four parts of a step at work at the same moment, and nobody's before the last document has gone")
    void atOnce() {
        PartsRun run = begun(EACH);
        CyclicBarrier four = new CyclicBarrier(4);
        Set<Thread> arrived = new HashSet<>();
        office.documents.before(item -> {
            boolean first;
            synchronized (arrived) {
                first = arrived.add(Thread.currentThread());
            }
            if (first) {
                await(four);
            }
        });
        AtomicInteger early = new AtomicInteger();
        office.people.before(item -> early.addAndGet(office.documents.isEmpty() ? 0 : 1));
        run.eraseAll();
        assertThat(run.parts).containsExactly(4, 2);
        assertThat(early).hasValue(0);
        office.finish(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(ALL, ALL, 0));
        assertThat(office.documents.went).doesNotHaveDuplicates().hasSize(PEOPLE * EACH);
    }

    @Test
    @DisplayName("has one part where there is little to do")
    void little() {
        begun(1);
        PartsRun run = office.inParts(id, PartsRun.ITEMS_EACH);
        run.eraseAll();
        assertThat(run.parts).containsExactly(1, 1);
    }

    @Test
    @DisplayName("loses a part: the others go on, nothing of it counts as deleted, and it is tried again")
    void onePartFails() {
        PartsRun run = begun(EACH);
        UUID unlucky = office.pending(id).get(12).item().record();
        office.documents.before(item -> {
            if (item.record().equals(unlucky)) {
                throw new StackOverflowError("this part, and not only an item of it");
            }
        });
        assertThatThrownBy(run::eraseAll).hasRootCauseInstanceOf(StackOverflowError.class);
        office.house.does(() -> office.ending().endPartlyFailed(id));
        DeletionPreview failed = office.open(id);
        assertThat(failed.job().state()).isEqualTo(DeletionState.PARTLY_FAILED);
        assertThat(failed.progress()).isEqualTo(new DeletionProgress(ALL, PEOPLE * EACH - 10L, 0));
        assertThat(office.people.went).isEmpty();
        assertThat(office.documents.has(unlucky)).isTrue();
        assertThatThrownBy(() -> office.certificate(id)).isInstanceOf(CertificateNotIssued.class);
        office.documents.before(item -> {});
        office.retry("henrik", id);
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(ALL, ALL, 0));
    }

    @Test
    @DisplayName("pauses in every part, and goes on with what is left of them before anything that they hang on")
    void paused() {
        begun(115);
        PartsRun run = office.inParts(id, 230, 100);
        AtomicInteger gone = new AtomicInteger();
        office.documents.before(item -> {
            if (gone.incrementAndGet() == 20) {
                pause(true);
            }
        });
        run.eraseNext();
        assertThat(office.documents.isEmpty()).isFalse();
        assertThat(office.house.another(MoreToErase.class).process()).isEqualTo("NO_MORE");
        assertThat(office.house.another(ErasureParts.class).mapPartitions().getPartitions())
                .isZero();
        int left = office.pending(id).size();
        pause(false);
        office.house.as("system", Role.SYSTEM);
        assertThat(office.house.another(MoreToErase.class).process()).isEqualTo("MORE");
        assertThat(office.house.another(ErasureParts.class).mapPartitions().getPartitionProperties())
                .allSatisfy(part -> assertThat(part).containsEntry("order", "100"));
        // The run may have seen the pause, and not that it was over: then it leaves the rest to whoever comes.
        assertThat(office.house.another(VerifyErasure.class).process()).isEqualTo("PAUSED");
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.EXECUTING);
        office.carryOut(id);
        assertThat(left).isGreaterThan(PEOPLE);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.documents.went).doesNotHaveDuplicates().hasSize(115 * PEOPLE);
    }

    private void pause(boolean paused) {
        office.house.as("henrik", Role.PRIVACY_OFFICER);
        StoppingDeletion stopping = office.house.the(StoppingDeletion.class);
        office.house.does(() -> {
            if (paused) {
                stopping.pause(id, Purpose.DATA_PROTECTION);
            } else {
                stopping.resume(id, Purpose.DATA_PROTECTION);
            }
        });
        office.house.as("system", Role.SYSTEM);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the parts do not run at once", e);
        }
    }
}
