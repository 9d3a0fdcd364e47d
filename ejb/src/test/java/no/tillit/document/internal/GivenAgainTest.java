package no.tillit.document.internal;

import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.consent.internal.WithdrawnConsents;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentType;
import no.tillit.erasure.DecidingDeletion;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ErasureDue;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.NewDeletion;
import no.tillit.erasure.ProposingDeletion;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.erasure.Withdrawals;
import no.tillit.erasure.internal.ErasureRegister;
import no.tillit.erasure.internal.LogEvidence;
import no.tillit.erasure.internal.RegisterFile;
import no.tillit.erasure.internal.SystemProposals;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.NewInterview;
import no.tillit.interview.internal.ErasingInterviews;
import no.tillit.interview.internal.Interviews;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.project.internal.ApprovalEndDates;
import no.tillit.retention.EndDates;
import no.tillit.testing.AProject;
import no.tillit.testing.DeletionRun;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What was withdrawn goes, though it is given again")
class GivenAgainTest {
    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 2);
    private static final LocalDate WITHDRAWN = LocalDate.of(2026, 3, 10);
    private static final LocalDate AGAIN = LocalDate.of(2026, 3, 12);
    private static final LocalDate LATER = LocalDate.of(2026, 3, 20);

    private House house;
    private AProject project;
    private ParticipantId someone;

    @BeforeEach
    void somebodyTakesPart(@TempDir Path blobs, @TempDir Path register) {
        house = DocumentHouse.in(blobs);
        project = AProject.in(house);
        house.holding(LogEvidence.class, new DeletionRun.MadeUpEvidence())
                .holding(
                        ErasureRegister.class,
                        new ErasureRegister(TestDatabases.keys(), new RegisterFile(register.resolve("erased"))))
                .with(ErasureStep.class, house.the(ErasingDocuments.class))
                .with(ErasureStep.class, house.the(ErasingInterviews.class))
                .with(Withdrawals.class, house.the(WithdrawnConsents.class))
                .with(EndDates.class, house.the(ApprovalEndDates.class))
                .observing(
                        ConsentWithdrawn.class,
                        e -> house.the(RestrictingDocuments.class).onWithdrawal(e))
                .observing(
                        ErasureDue.class, e -> house.the(SystemProposals.class).onWithdrawal(e));
        someone = project.aParticipant();
        signs(SIGNED, ConsentItem.INTERVIEW, ConsentItem.AUDIO_RECORDING, ConsentItem.CONTACT_AGAIN);
    }

    @Test
    @DisplayName("the old recording stays in the proposal, the new one never comes into it")
    void recording() {
        DocumentId old = recordingOf(interview());
        withdraws(WITHDRAWN, ConsentItem.AUDIO_RECORDING);
        signs(AGAIN, ConsentItem.AUDIO_RECORDING);
        DocumentId anew = recordingOf(interview());
        DeletionPreview proposal = propose("marit");
        assertThat(proposal.job().proposedBy()).isEqualTo("system");
        assertThat(proposal.job().withdrawnItems()).containsExactly("audio-recording");
        assertThat(proposal.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("document");
            assertThat(line.records()).isEqualTo(1);
        });
        approve(proposal);
        assertThat(carriedOut(proposal.job().id())).isEqualTo(DeletionState.COMPLETED);
        assertThat(isKept(old)).isFalse();
        assertThat(isKept(anew)).isTrue();
    }

    @Test
    @DisplayName("a deletion approved before the new recording came in completes, and nothing is proposed again")
    void approvedBefore() {
        DocumentId old = recordingOf(interview());
        withdraws(WITHDRAWN, ConsentItem.AUDIO_RECORDING);
        DeletionPreview proposal = propose("marit");
        approve(proposal);
        signs(AGAIN, ConsentItem.AUDIO_RECORDING);
        DocumentId anew = recordingOf(interview());
        assertThat(carriedOut(proposal.job().id())).isEqualTo(DeletionState.COMPLETED);
        assertThat(isKept(old)).isFalse();
        assertThat(isKept(anew)).isTrue();
        assertThatThrownBy(() -> propose("marit"))
                .isInstanceOfSatisfying(
                        Conflict.class, c -> assertThat(c.code()).isEqualTo("nothing-to-erase"));
    }

    @Test
    @DisplayName("another withdrawal, of what carries no data, proposes nothing when all of the first has gone")
    void nothingLeft() {
        recordingOf(interview());
        withdraws(WITHDRAWN, ConsentItem.AUDIO_RECORDING);
        DeletionPreview proposal = propose("marit");
        approve(proposal);
        carriedOut(proposal.job().id());
        signs(AGAIN, ConsentItem.AUDIO_RECORDING);
        recordingOf(interview());
        house.audited.clear();
        withdraws(LATER, ConsentItem.CONTACT_AGAIN);
        assertThat(house.audited).noneMatch(entry -> entry.action().equals("deletion-job.proposed"));
    }

    @Test
    @DisplayName("an interview held under the old consent goes; one under the new stays, whatever is withdrawn later")
    void renewedInterview() {
        InterviewId old = interview();
        withdraws(WITHDRAWN, ConsentItem.INTERVIEW);
        signs(AGAIN, ConsentItem.INTERVIEW, ConsentItem.AUDIO_RECORDING);
        InterviewId anew = interview();
        DocumentId recording = recordingOf(anew);
        withdraws(LATER, ConsentItem.AUDIO_RECORDING);
        DeletionPreview proposal = propose("marit");
        assertThat(proposal.job().withdrawnItems()).containsExactly("audio-recording", "interview");
        assertThat(proposal.job().since()).isEqualTo(LATER);
        approve(proposal);
        assertThat(carriedOut(proposal.job().id())).isEqualTo(DeletionState.COMPLETED);
        assertThat(isHeld(old)).isFalse();
        assertThat(isHeld(anew)).isTrue();
        assertThat(isKept(recording)).isFalse();
    }

    private void signs(LocalDate day, ConsentItem... items) {
        house.on(day).as("ingrid", Role.RESEARCHER);
        consent(house, someone, day, Purpose.RESEARCH, items);
    }

    private void withdraws(LocalDate day, ConsentItem item) {
        house.on(day).as("ingrid", Role.RESEARCHER);
        house.does(() -> house.the(WithdrawingConsent.class).withdraw(someone, Set.of(item), Purpose.RESEARCH));
    }

    /** One held today, recorded. */
    private InterviewId interview() {
        house.as("ingrid", Role.RESEARCHER);
        return house.doing(() -> {
            LocalDate today = house.the(no.tillit.kernel.Clock.class).today();
            var wanted = new NewInterview(InterviewKind.INDIVIDUAL, today, List.of(someone), 45, true);
            return house.the(CreatingInterview.class)
                    .create(project.id(), wanted, Purpose.RESEARCH)
                    .id();
        });
    }

    private DocumentId recordingOf(InterviewId interview) {
        house.as("ingrid", Role.RESEARCHER);
        var sound = file("samtale.wav", SampleFiles.bytes("wav"));
        return house.doing(() -> house.the(AttachingToInterview.class)
                        .attach(interview, DocumentType.AUDIO_RECORDING, sound, Purpose.RESEARCH))
                .id();
    }

    private DeletionPreview propose(String by) {
        house.as(by, Role.PRIVACY_OFFICER);
        var wanted = new NewDeletion(project.id(), someone, DeletionCause.WITHDRAWAL);
        return house.doing(() -> house.the(ProposingDeletion.class).propose(wanted, Purpose.DATA_PROTECTION));
    }

    private void approve(DeletionPreview seen) {
        house.as("henrik", Role.PRIVACY_OFFICER);
        house.does(() -> house.the(DecidingDeletion.class)
                .approve(seen.job().id(), seen.job().version(), Purpose.DATA_PROTECTION));
    }

    /** How the job ends when a node has done it. */
    private DeletionState carriedOut(DeletionJobId id) {
        new DeletionRun(house).carryOut(id);
        house.as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(ReadingDeletionJobs.class).open(id, Purpose.DATA_PROTECTION))
                .job()
                .state();
    }

    private boolean isKept(DocumentId id) {
        return house.doing(() -> house.the(Documents.class).find(id).isPresent());
    }

    private boolean isHeld(InterviewId id) {
        return house.doing(() -> house.the(Interviews.class).find(id).isPresent());
    }
}
