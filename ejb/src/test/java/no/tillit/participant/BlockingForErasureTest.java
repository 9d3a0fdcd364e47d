package no.tillit.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.erasure.DecidingDeletion;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ErasureDecided;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.NewDeletion;
import no.tillit.erasure.ProposingDeletion;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.erasure.internal.ErasureRegister;
import no.tillit.erasure.internal.LogEvidence;
import no.tillit.erasure.internal.RegisterFile;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.internal.BlockingForErasure;
import no.tillit.participant.internal.ErasingContact;
import no.tillit.participant.internal.ErasingParticipant;
import no.tillit.retention.EndDates;
import no.tillit.testing.AProject;
import no.tillit.testing.DeletionRun;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whose deletion is approved")
class BlockingForErasureTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Contact CONTACT = new Contact("Kari Eksempel", "22 33 44 55", null, null, null);

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId someone = project.aParticipant();

    @BeforeEach
    void theirContactIsKnown(@TempDir Path folder) {
        var register = new ErasureRegister(TestDatabases.keys(), new RegisterFile(folder.resolve("erased")));
        house.on(TODAY)
                .holding(ErasureRegister.class, register)
                .holding(LogEvidence.class, new DeletionRun.MadeUpEvidence())
                .with(ErasureStep.class, house.the(ErasingContact.class))
                .with(ErasureStep.class, house.the(ErasingParticipant.class))
                .with(EndDates.class, new EndDates() {
                    @Override
                    public Optional<LocalDate> lastDayOf(ProjectId wanted) {
                        return Optional.of(AProject.ENDS);
                    }

                    @Override
                    public List<ProjectId> endedBefore(LocalDate day) {
                        return List.of();
                    }
                })
                .observing(
                        ErasureDecided.class,
                        e -> house.the(BlockingForErasure.class).onDecision(e));
        putContact(someone);
    }

    @Test
    @DisplayName("is blocked at once: the contact details are neither read nor changed, long before the key goes")
    void blocked() {
        DeletionPreview proposed = propose(someone);
        assertThat(open(someone).state()).isEqualTo(ParticipantState.ACTIVE);
        approve(proposed);
        assertThat(open(someone).state()).isEqualTo(ParticipantState.BLOCKED);
        assertThat(open(someone).blockReason()).isEqualTo(BlockReason.ERASURE_DECIDED);
        assertThatThrownBy(
                        () -> house.doing(() -> house.the(ContactRegister.class).read(someone, Purpose.RESEARCH)))
                .isInstanceOf(RecordClosed.class);
        assertThatThrownBy(() -> putContact(someone)).isInstanceOf(RecordClosed.class);
    }

    @Test
    @DisplayName("is alone in being blocked; when the whole project goes everybody in it is, and nobody elsewhere")
    void everybody() {
        ParticipantId other = project.aParticipantByLaw();
        AProject elsewhere = AProject.in(house);
        house.on(TODAY);
        ParticipantId stranger = elsewhere.aParticipant();
        approve(propose(someone));
        assertThat(open(other).state()).isEqualTo(ParticipantState.ACTIVE);
        for (int i = 0; i < 205; i++) {
            project.aParticipant();
        }
        approve(propose(null));
        house.as("ingrid", Role.RESEARCHER);
        assertThat(house.doing(() -> house.the(Participants.class).ref(stranger).state()))
                .isEqualTo(ParticipantState.ACTIVE);
        assertThat(open(other).blockReason()).isEqualTo(BlockReason.ERASURE_DECIDED);
        var active = new ParticipantFilter(ParticipantState.ACTIVE, null, null);
        assertThat(house.doing(() -> house.the(ReadingParticipants.class)
                                .page(
                                        project.id(),
                                        active,
                                        ParticipantSort.PSEUDONYM,
                                        new PageRequest(0, 10),
                                        Purpose.RESEARCH))
                        .total())
                .isZero();
    }

    @Test
    @DisplayName("keeps the reason they were blocked for before")
    void firstReason() {
        house.does(() ->
                house.the(Participants.class).block(someone, BlockReason.CONSENT_WITHDRAWN, house.the(Clock.class)));
        approve(propose(someone));
        assertThat(open(someone).blockReason()).isEqualTo(BlockReason.CONSENT_WITHDRAWN);
    }

    @Test
    @DisplayName("is not blocked by a proposal, a refusal, or an approval that came to nothing")
    void notBefore() {
        ParticipantId other = project.aParticipant();
        DeletionPreview proposed = propose(other);
        putContact(other);
        assertThatThrownBy(() -> approve(proposed))
                .isInstanceOfSatisfying(
                        Conflict.class, c -> assertThat(c.code()).isEqualTo("preview-changed"));
        assertThat(open(other).state()).isEqualTo(ParticipantState.ACTIVE);
        house.as("henrik", Role.PRIVACY_OFFICER);
        house.doing(() ->
                house.the(DecidingDeletion.class).refuse(proposed.job().id(), "Still needed", Purpose.DATA_PROTECTION));
        assertThat(open(other).state()).isEqualTo(ParticipantState.ACTIVE);
    }

    @Test
    @DisplayName("has what is just being added on the list first: approval waits for it, and is refused for the change")
    void inFlight() throws Exception {
        ParticipantId other = project.aParticipant();
        DeletionPreview proposed = propose(other);
        var added = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> adding = pool.submit(() -> house.doing(() -> {
                house.as("ingrid", Role.RESEARCHER);
                house.the(ContactRegister.class).put(other, CONTACT, Purpose.RESEARCH);
                added.countDown();
                return commit.await(1, TimeUnit.MINUTES);
            }));
            assertThat(added.await(1, TimeUnit.MINUTES)).isTrue();
            Future<?> approval = pool.submit(() -> approve(proposed));
            assertThatThrownBy(() -> approval.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            commit.countDown();
            adding.get(1, TimeUnit.MINUTES);
            assertThatThrownBy(() -> approval.get(1, TimeUnit.MINUTES))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(Conflict.class);
        } finally {
            commit.countDown();
            pool.shutdownNow();
        }
        assertThat(open(other).state()).isEqualTo(ParticipantState.ACTIVE);
    }

    @Test
    @DisplayName("stays blocked when archive law keeps a record and all else is gone")
    void archive() {
        house.with(ArchiveBinding.class, someone::equals);
        DeletionJobId job = propose(someone).job().id();
        approve(preview(job));
        carryOut(job);
        assertThat(preview(job).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(open(someone).hasContact()).isFalse();
        assertThat(open(someone).state()).isEqualTo(ParticipantState.BLOCKED);
        assertThat(open(someone).blockReason()).isEqualTo(BlockReason.ERASURE_DECIDED);
    }

    private void putContact(ParticipantId id) {
        house.as("ingrid", Role.RESEARCHER);
        house.does(() -> house.the(ContactRegister.class).put(id, CONTACT, Purpose.RESEARCH));
    }

    private ParticipantDetails open(ParticipantId id) {
        house.as("ingrid", Role.RESEARCHER);
        return house.doing(() -> house.the(ReadingParticipants.class).open(id, Purpose.RESEARCH));
    }

    private DeletionPreview propose(@Nullable ParticipantId id) {
        house.as("marit", Role.PRIVACY_OFFICER);
        var wanted = new NewDeletion(project.id(), id, DeletionCause.MANUAL);
        return house.doing(() -> house.the(ProposingDeletion.class).propose(wanted, Purpose.DATA_PROTECTION));
    }

    private DeletionPreview preview(DeletionJobId id) {
        house.as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(ReadingDeletionJobs.class).open(id, Purpose.DATA_PROTECTION));
    }

    private DeletionPreview approve(DeletionPreview seen) {
        house.as("henrik", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(DecidingDeletion.class)
                .approve(seen.job().id(), seen.job().version(), Purpose.DATA_PROTECTION));
    }

    private void carryOut(DeletionJobId id) {
        new DeletionRun(house).carryOut(id);
    }
}
