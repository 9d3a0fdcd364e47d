package no.tillit.consent;

import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Refusal;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ConsentConcurrencyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = project.aParticipant();
    private final ExecutorService pool = Executors.newFixedThreadPool(8);

    {
        house.on(DAY);
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private ConsentId record() {
        house.as("ingrid", Role.RESEARCHER);
        return house.doing(() -> house.the(RecordingConsent.class)
                        .record(
                                kari,
                                new NewConsent(DAY, Map.of(INTERVIEW, true), CaptureMethod.PAPER, "nb", null),
                                RESEARCH))
                .id();
    }

    private GateAnswer gate() {
        return house.the(ConsentGate.class).require(List.of(kari), INTERVIEW, DAY);
    }

    private Future<?> withdrawing(ConsentId id) {
        return pool.submit(() -> {
            house.as("ingrid", Role.RESEARCHER);
            return house.doing(() -> house.the(WithdrawingConsent.class).withdraw(id, Set.of(), RESEARCH));
        });
    }

    @Test
    @DisplayName("twenty submissions of one form at once are one consent, and all get the same answer")
    void doubleClick() throws Exception {
        Callable<ConsentId> submission = this::record;
        Set<ConsentId> answers = new HashSet<>();
        for (Future<ConsentId> answer :
                pool.invokeAll(IntStream.range(0, 20).mapToObj(i -> submission).toList())) {
            answers.add(answer.get());
        }
        assertThat(answers).hasSize(1);
        assertThat(rows("SELECT count(*) FROM consent WHERE participant_id = ?"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("the database itself refuses the same form twice")
    void secondWall() throws SQLException {
        record();
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var copy = connection.prepareStatement("INSERT INTO consent SELECT gen_random_uuid(), project_id,"
                        + " participant_id, signed_on, method, language, form_reference, decided, round, captured_at,"
                        + " captured_by, evidence FROM consent WHERE participant_id = ?")) {
            copy.setObject(1, kari.value());
            assertThatThrownBy(copy::executeUpdate).hasMessageContaining("consent_stored_once");
        }
    }

    @Test
    @DisplayName("a withdrawal waits for a use that the gate has let in, and closes the gate when it is done")
    void withdrawalWaits() throws Exception {
        ConsentId id = record();
        var letIn = new CountDownLatch(1);
        var mayFinish = new CountDownLatch(1);
        Future<GateAnswer> use =
                pool.submit(() -> house.as("ingrid", Role.RESEARCHER).doing(() -> {
                    GateAnswer answer = gate();
                    letIn.countDown();
                    mayFinish.await();
                    return answer;
                }));
        letIn.await();
        Future<?> withdrawal = withdrawing(id);
        assertThatThrownBy(() -> withdrawal.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayFinish.countDown();
        assertThat(use.get().basis()).containsKey(kari);
        withdrawal.get();
        assertThatThrownBy(() -> house.doing(this::gate)).isInstanceOf(ConsentMissing.class);
    }

    @Test
    @DisplayName("a use that comes while a withdrawal is running waits, and is refused")
    void useWaits() throws Exception {
        ConsentId id = record();
        var withdrawn = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        Future<?> withdrawal = pool.submit(() -> {
            house.as("ingrid", Role.RESEARCHER);
            return house.doing(() -> {
                house.the(WithdrawingConsent.class).withdraw(id, Set.of(), RESEARCH);
                withdrawn.countDown();
                mayCommit.await();
                return true;
            });
        });
        withdrawn.await();
        Future<GateAnswer> use =
                pool.submit(() -> house.as("ingrid", Role.RESEARCHER).doing(this::gate));
        assertThatThrownBy(() -> use.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayCommit.countDown();
        withdrawal.get();
        assertThatThrownBy(use::get).hasCauseInstanceOf(ConsentMissing.class);
    }

    @Test
    @DisplayName("two uses do not wait for each other")
    void usesTogether() throws Exception {
        record();
        var bothIn = new CountDownLatch(2);
        Callable<Boolean> use = () -> house.as("ingrid", Role.RESEARCHER).doing(() -> {
            gate();
            bothIn.countDown();
            return bothIn.await(90, TimeUnit.SECONDS);
        });
        for (Future<Boolean> met : pool.invokeAll(List.of(use, use))) {
            assertThat(met.get()).isTrue();
        }
    }

    @Test
    @DisplayName("who records and who takes back at the same moment: one comes first, and nothing stays open")
    void recordedAndWithdrawnAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            ParticipantId someone = project.aParticipant();
            house.on(DAY);
            var start = new CyclicBarrier(2);
            var form = new NewConsent(DAY, Map.of(INTERVIEW, true), CaptureMethod.PAPER, "nb", null);
            Future<ConsentSummary> recording = pool.submit(() -> {
                house.as("ingrid", Role.RESEARCHER);
                start.await();
                return house.doing(() -> house.the(RecordingConsent.class).record(someone, form, RESEARCH));
            });
            Future<?> withdrawal = pool.submit(() -> {
                house.as("petra", Role.RESEARCHER);
                start.await();
                return house.doing(() -> house.the(WithdrawingConsent.class).withdraw(someone, Set.of(), RESEARCH));
            });
            withdrawal.get();
            try {
                recording.get();
            } catch (ExecutionException late) {
                assertThat(late).hasCauseInstanceOf(RecordClosed.class);
            }
            house.as("ingrid", Role.RESEARCHER);
            assertThat(house.doing(() -> house.the(ReadingConsents.class).of(someone, RESEARCH)))
                    .allSatisfy(kept -> assertThat(kept.state()).isEqualTo(ConsentState.WITHDRAWN));
            assertThatThrownBy(() ->
                            house.doing(() -> house.the(ConsentGate.class).require(List.of(someone), INTERVIEW, DAY)))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    @DisplayName("two withdrawals at once are one")
    void withdrawnOnce() throws Exception {
        ConsentId id = record();
        for (Future<?> each : List.of(withdrawing(id), withdrawing(id), withdrawing(id))) {
            each.get();
        }
        assertThat(house.events.stream().filter(ConsentWithdrawn.class::isInstance))
                .hasSize(1);
    }

    private long rows(String query) throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var select = connection.prepareStatement(query)) {
            select.setObject(1, kari.value());
            var row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
