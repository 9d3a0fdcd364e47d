package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import no.tillit.access.Role;
import no.tillit.erasure.internal.SystemProposals;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.TestDatabases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingDeletionTest {
    private Office office;
    private ParticipantId someone;
    private DeletionPreview proposed;

    @BeforeEach
    void open(@TempDir Path folder) {
        office = new Office(folder);
        someone = office.aParticipant();
        office.documents.keep(someone, "interview");
        office.withdraws(someone);
        proposed = office.proposeWithdrawal("marit", someone);
    }

    @Test
    @DisplayName("a second person approves what they have seen")
    void approved() {
        DeletionPreview approved = office.approve("henrik", proposed);
        assertThat(approved.job().state()).isEqualTo(DeletionState.APPROVED);
        assertThat(approved.job().decidedBy()).isEqualTo("henrik");
        assertThat(office.house.events)
                .contains(new DeletionApproved(proposed.job().id()));
    }

    @Test
    @DisplayName("who proposed cannot approve, and the attempt is on record")
    void notTheSame() {
        refusedWith("second-person-needed", () -> office.approve("marit", proposed));
        assertThat(office.house.audited).anySatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("marit");
            assertThat(entry.reason()).isEqualTo("second-person-needed");
        });
    }

    @Test
    @DisplayName("the database itself refuses a deletion approved by who proposed it")
    void notEvenInTheDatabase() throws SQLException {
        try (Connection connection = TestDatabases.tillitOwner().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE deletion_job SET state = 'APPROVED', decided_by = 'marit', decided_at = now() WHERE id = ?")) {
            update.setObject(1, proposed.job().id().value());
            assertThatThrownBy(update::executeUpdate)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("second_person");
        }
    }

    @Test
    @DisplayName("what the system proposed nobody approves before somebody else has presented it")
    void notPresented() {
        ParticipantId other = office.aParticipant();
        office.withdraws(other);
        office.house.does(
                () -> office.house.the(SystemProposals.class).onWithdrawal(new ErasureDue(office.project, other)));
        refusedWith("not-presented", () -> office.approve("henrik", open(other)));
        DeletionPreview presented = office.proposeWithdrawal("henrik", other);
        refusedWith("second-person-needed", () -> office.approve("henrik", presented));
        assertThat(office.approve("marit", presented).job().state()).isEqualTo(DeletionState.APPROVED);
    }

    @Test
    @DisplayName("when something has come or gone since the preview, approval is refused and the new version says what")
    void changed() {
        office.documents.keep(someone, "audio-recording");
        refusedWith("preview-changed", () -> office.approve("henrik", proposed));
        refreshInItsOwnTransaction();
        DeletionPreview now = office.open(proposed.job().id());
        assertThat(now.job().version()).isEqualTo(2);
        assertThat(now.changes()).containsExactly(new PreviewChange("document", 1, 0));
        assertThat(now.lines()).extracting(DeletionLine::records).containsExactly(2L, 1L);
        refusedWith("preview-changed", () -> office.approve("henrik", proposed));
        assertThat(office.approve("henrik", now).job().state()).isEqualTo(DeletionState.APPROVED);
    }

    @Test
    @DisplayName("those of whom everything goes are blocked before stock is taken, so what slipped in until then shows")
    void blockedFirst() {
        office.house.observing(ErasureDecided.class, decided -> office.documents.keep(someone, "interview"));
        refusedWith("preview-changed", () -> office.approve("henrik", proposed));
        assertThat(office.house.events).contains(new ErasureDecided(office.project, someone));
    }

    @Test
    @DisplayName("nobody is blocked by an approval that may not be given, nor by the withdrawal of a single item")
    void blocksNobody() {
        refusedWith("second-person-needed", () -> office.approve("marit", proposed));
        ParticipantId other = office.aParticipant();
        office.documents.keep(other, "audio-recording");
        office.withdraws(other, "audio-recording");
        DeletionPreview single = office.proposeWithdrawal("marit", other);
        assertThat(office.approve("henrik", single).job().state()).isEqualTo(DeletionState.APPROVED);
        assertThat(office.house.events).noneMatch(ErasureDecided.class::isInstance);
    }

    @Test
    @DisplayName("what is merely looked at on another day has not changed")
    void unchanged() {
        office.documents.keepBound(someone);
        DeletionPreview seen = office.proposeWithdrawal("marit", someone);
        assertThat(seen.job().version()).isEqualTo(2);
        office.house.on(Office.TODAY.plusDays(3));
        assertThat(office.approve("henrik", seen).job().version()).isEqualTo(2);
    }

    @Test
    @DisplayName("a refusal needs a reason, which stays on record, and ends the job")
    void refusal() {
        office.house.as("henrik", Role.PRIVACY_OFFICER);
        var deciding = office.house.the(DecidingDeletion.class);
        DeletionJobId id = proposed.job().id();
        assertThatThrownBy(() -> office.house.doing(() -> deciding.refuse(id, "  ", Purpose.DATA_PROTECTION)))
                .isInstanceOf(InvalidInput.class);
        DeletionPreview refused =
                office.house.doing(() -> deciding.refuse(id, "Withdrawn by mistake", Purpose.DATA_PROTECTION));
        assertThat(refused.job().state()).isEqualTo(DeletionState.REFUSED);
        assertThat(refused.job().refusalReason()).isEqualTo("Withdrawn by mistake");
        assertThat(office.house.audited)
                .filteredOn(entry -> "deletion-refused".equals(entry.reason()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).isEqualTo("Withdrawn by mistake"));
        assertThat(office.house.<Boolean>doing(() -> (Boolean) office.house
                        .the(jakarta.persistence.EntityManager.class)
                        .createNativeQuery(
                                "SELECT position('mistake' in encode(refusal_reason, 'escape')) = 0 FROM deletion_job"
                                        + " WHERE id = :id",
                                Boolean.class)
                        .setParameter("id", id.value())
                        .getSingleResult()))
                .isTrue();
        refusedWith("already-decided", () -> office.approve("henrik", proposed));
    }

    @Test
    @DisplayName("a project lead of another project, a researcher and an auditor find nothing to decide")
    void notTheirs() {
        for (Role role : new Role[] {Role.PROJECT_LEAD, Role.RESEARCHER, Role.AUDITOR, Role.CASEWORKER}) {
            office.house.as("somebody", role);
            assertThatThrownBy(() -> office.house.doing(() -> office.house
                            .the(DecidingDeletion.class)
                            .approve(proposed.job().id(), 1, Purpose.DATA_PROTECTION)))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    @DisplayName("there is no certificate before the deletion is completed")
    void noCertificate() {
        assertThatThrownBy(() -> office.certificate(proposed.job().id())).isInstanceOf(CertificateNotIssued.class);
    }

    private DeletionPreview open(ParticipantId other) {
        office.house.as("audun", Role.AUDITOR);
        return office.house.doing(() -> {
            var reading = office.house.the(ReadingDeletionJobs.class);
            return reading
                    .page(
                            new DeletionFilter(office.project, DeletionState.PROPOSED),
                            new no.tillit.kernel.PageRequest(0, 50),
                            Purpose.AUDIT)
                    .items()
                    .stream()
                    .filter(job -> other.equals(job.participant()))
                    .map(job -> reading.open(job.id(), Purpose.AUDIT))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** In the container a transaction of its own keeps the new version; here it is rolled back with the refusal. */
    private void refreshInItsOwnTransaction() {
        office.house.does(() -> office.house
                .the(no.tillit.erasure.internal.RefreshingPreviews.class)
                .refresh(proposed.job().id()));
    }

    private static void refusedWith(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Conflict.class, c -> assertThat(c.code()).isEqualTo(code));
    }
}
