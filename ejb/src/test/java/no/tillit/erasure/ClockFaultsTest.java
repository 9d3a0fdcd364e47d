package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.erasure.internal.ClockTrust;
import no.tillit.erasure.internal.DatabaseClock;
import no.tillit.erasure.internal.ProposingEndings;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.retention.EditingSchedules;
import no.tillit.retention.RetentionSettings;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Nothing is erased because a clock is wrong")
class ClockFaultsTest {
    private Office office;
    private ParticipantId someone;
    private UUID paper;
    private Duration databaseAhead = Duration.ZERO;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        office = new Office(folder);
        Clock ours = office.house.the(Clock.class);
        office.house.genuine(ClockTrust.class).holding(DatabaseClock.class, new DatabaseClock() {
            @Override
            public Instant now() {
                return ours.now().plus(databaseAhead);
            }
        });
        forget();
        someone = office.aParticipant();
        paper = office.documents.keep(someone, "interview");
        office.withdraws(someone);
        assertThat(isTrusted()).isTrue();
    }

    @AfterEach
    void forget() throws SQLException {
        seen("DELETE FROM clock_seen");
    }

    @Test
    @DisplayName(
            "the machine's clock jumps a year ahead: the project that would have ended is not proposed, nothing is approved")
    void yearAhead() {
        DeletionPreview proposed = office.proposeWithdrawal("marit", someone);
        office.house.on(Office.LAST_DAY.plusDays(1));
        office.house.does(() -> office.house.the(ProposingEndings.class).proposeAll());
        assertThat(jobs()).isEqualTo(1);
        refused(() -> office.approve("henrik", proposed));
        office.house.on(Office.TODAY.plusDays(1));
        assertThat(office.approve("henrik", proposed).job().state()).isEqualTo(DeletionState.APPROVED);
    }

    @Test
    @DisplayName("a year ahead does not end a cooling period, and no node begins")
    void yearAheadWhileItCools() {
        office.house.as("marit", Role.PRIVACY_OFFICER);
        office.house.does(() -> office.house
                .the(EditingSchedules.class)
                .set(office.project, new RetentionSettings(48, 60, null), Purpose.DATA_PROTECTION));
        DeletionJobId id = office.approve("henrik", office.proposeWithdrawal("marit", someone))
                .job()
                .id();
        office.house.on(Office.TODAY.plusYears(1));
        assertThat(office.house.doing(() -> office.work().abandoned())).isEmpty();
        office.house.on(Office.TODAY.plusDays(3));
        assertThat(office.house.doing(() -> office.work().abandoned())).contains(id);
    }

    @Test
    @DisplayName("a year back nothing is approved or begun; once the clock is right again everything goes on")
    void yearBack() {
        DeletionPreview proposed = office.proposeWithdrawal("marit", someone);
        office.house.on(Office.TODAY.minusYears(1));
        refused(() -> office.approve("henrik", proposed));
        office.house.on(Office.TODAY.plusDays(1));
        office.approve("henrik", proposed);
        office.carryOut(proposed.job().id());
        assertThat(office.documents.has(paper)).isFalse();
    }

    @Test
    @DisplayName("this machine's clock and the database's disagree by a day: nobody knows which is right")
    void apart() {
        DeletionPreview proposed = office.proposeWithdrawal("marit", someone);
        databaseAhead = Duration.ofDays(-1);
        refused(() -> office.approve("henrik", proposed));
        databaseAhead = Duration.ofSeconds(40);
        assertThat(isTrusted()).isTrue();
    }

    @Test
    @DisplayName("a jump in the middle of a run lets it pause, and the run goes on when the clock is right")
    void jumpWhileItRuns() {
        DeletionJobId id = office.approve("henrik", office.proposeWithdrawal("marit", someone))
                .job()
                .id();
        office.claim(id);
        office.prepare(id);
        office.house.on(Office.TODAY.plusYears(1));
        assertThat(office.house.doing(() -> office.work().isPaused(id))).isTrue();
        office.house.at(Office.TODAY, LocalTime.of(11, 0));
        assertThat(office.house.doing(() -> office.work().isPaused(id))).isFalse();
        office.fallsSilent(id);
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
    }

    @Test
    @DisplayName("summer time, month ends and 29 February are no jumps, and neither is a month without a server")
    void ordinaryTime() {
        for (LocalDate day = Office.TODAY; day.isBefore(LocalDate.of(2028, 4, 2)); day = day.plusDays(20)) {
            office.house.on(day);
            assertThat(isTrusted()).as(day.toString()).isTrue();
        }
        office.house.at(LocalDate.of(2028, 3, 26), LocalTime.of(1, 59));
        assertThat(isTrusted()).isTrue();
        office.house.at(LocalDate.of(2028, 3, 26), LocalTime.of(3, 1));
        assertThat(isTrusted()).isTrue();
    }

    @Test
    @DisplayName("after a long standstill a person says that the calendar is right")
    void standstill() throws SQLException {
        office.house.on(Office.TODAY.plusDays(90));
        assertThat(isTrusted()).isFalse();
        seen("DELETE FROM clock_seen");
        assertThat(isTrusted()).isTrue();
    }

    private boolean isTrusted() {
        return office.house.doing(() -> office.house.the(ClockTrust.class).isTrusted());
    }

    private long jobs() {
        office.house.as("marit", Role.PRIVACY_OFFICER);
        return office.house
                .doing(() -> office.house
                        .the(ReadingDeletionJobs.class)
                        .page(
                                new DeletionFilter(office.project, null),
                                new PageRequest(0, 10),
                                Purpose.DATA_PROTECTION))
                .total();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("clock-in-doubt"));
    }

    private static void seen(String sql) throws SQLException {
        try (var owner = TestDatabases.tillitOwner().getConnection();
                var statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
