package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import no.tillit.access.Role;
import no.tillit.erasure.internal.SystemProposals;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.SubjectKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposingDeletionTest {
    private Office office;
    private ParticipantId someone;

    @BeforeEach
    void open(@TempDir Path folder) {
        office = new Office(folder);
        someone = office.aParticipant();
    }

    @Test
    @DisplayName("a preview says what goes, how much, why and by which authority, and whose key goes with it")
    void preview() {
        office.documents.keep(someone, "interview");
        office.documents.keep(someone, "audio-recording");
        office.documents.keep(office.aParticipant(), "interview");
        office.withdraws(someone);
        DeletionPreview preview = office.proposeWithdrawal("marit", someone);
        assertThat(preview.lines())
                .extracting(DeletionLine::kind, DeletionLine::records, DeletionLine::parts, DeletionLine::bytes)
                .containsExactly(tuple("document", 2L, 4L, 200L), tuple("participant", 1L, 2L, 100L));
        assertThat(preview.lines()).allSatisfy(line -> {
            assertThat(line.reason()).isEqualTo("consent-withdrawn");
            assertThat(line.authority()).contains("Art 17(1)(b)");
            assertThat(line.date()).isEqualTo(Office.TODAY);
        });
        assertThat(preview.keys()).isEqualTo(1);
        assertThat(preview.notes()).isEmpty();
        assertThat(preview.job().version()).isEqualTo(1);
        assertThat(preview.job().presentedBy()).isEqualTo("marit");
    }

    @Test
    @DisplayName("what archive law binds is held back with its reason, and then the participant's key stays")
    void heldBack() {
        office.documents.keep(someone, "interview");
        office.documents.keepBound(someone);
        office.withdraws(someone);
        DeletionPreview preview = office.proposeWithdrawal("marit", someone);
        assertThat(preview.lines())
                .filteredOn(line -> !line.erases())
                .extracting(DeletionLine::decision, DeletionLine::reason)
                .containsExactly(tuple("PRESERVE", "bound-by-archive-law"));
        assertThat(preview.keys()).isZero();
        assertThat(preview.notes()).containsExactly(PreviewNote.PRESERVED, PreviewNote.KEY_KEPT_FOR_HELD_BACK);
        assertThat(preview.progress().total()).isEqualTo(2);
    }

    @Test
    @DisplayName("withdrawing only the recording takes only what rests on it, and keeps the key for the rest")
    void byItem() {
        office.documents.keep(someone, "interview");
        office.documents.keep(someone, "audio-recording");
        office.withdraws(someone, "audio-recording");
        DeletionPreview preview = office.proposeWithdrawal("marit", someone);
        assertThat(preview.lines()).extracting(DeletionLine::records).containsExactly(1L);
        assertThat(preview.job().withdrawnItems()).containsExactly("audio-recording");
        assertThat(preview.keys()).isZero();
        assertThat(preview.notes()).containsExactly(PreviewNote.KEY_KEPT_FOR_THE_REST);
    }

    @Test
    @DisplayName("that a group's recording and transcript end for all is said in a sentence")
    void group() {
        office.documents.keepOfGroup(someone, "audio-recording", Reach.GROUP_RECORDING);
        office.documents.keepOfGroup(someone, "interview", Reach.GROUP_TRANSCRIPT);
        office.withdraws(someone);
        assertThat(office.proposeWithdrawal("marit", someone).notes())
                .containsExactly(PreviewNote.GROUP_RECORDING_ENDS, PreviewNote.GROUP_TRANSCRIPT_ENDS)
                .allSatisfy(note -> assertThat(note.sentence()).contains("for the whole group"));
    }

    @Test
    @DisplayName("proposing the same again takes up the open proposal instead of making a second one")
    void once() {
        office.withdraws(someone);
        DeletionPreview first = office.proposeWithdrawal("marit", someone);
        assertThat(office.proposeWithdrawal("marit", someone).job().id())
                .isEqualTo(first.job().id());
        DeletionPreview third = office.proposeWithdrawal("henrik", someone);
        assertThat(third.job().id()).isEqualTo(first.job().id());
        assertThat(third.job().presentedBy()).isEqualTo("marit");
    }

    @Test
    @DisplayName("a withdrawal is proposed by the system in its own transaction, and a person presents it")
    void bySystem() {
        office.withdraws(someone);
        office.house.as("system", Role.SYSTEM);
        office.house.does(
                () -> office.house.the(SystemProposals.class).onWithdrawal(new ErasureDue(office.project, someone)));
        office.house.as("marit", Role.PRIVACY_OFFICER);
        DeletionJobSummary job = theOnlyJob();
        assertThat(job.proposedBy()).isEqualTo("system");
        assertThat(job.presentedBy()).isNull();
        assertThat(office.open(job.id()).notes()).containsExactly(PreviewNote.NOT_PRESENTED);
        DeletionPreview presented = office.house.doing(
                () -> office.house.the(ProposingDeletion.class).present(job.id(), Purpose.DATA_PROTECTION));
        assertThat(presented.job().presentedBy()).isEqualTo("marit");
        assertThat(office.house.audited)
                .anySatisfy(entry ->
                        assertThat(entry.actor() + " " + entry.action()).isEqualTo("system deletion-job.proposed"));
    }

    @Test
    @DisplayName("an ended project is proposed on the day after its last day, and once a day")
    void ended() {
        office.house.the(SubjectKeys.class).provision(SubjectId.of(office.project));
        office.documents.keep(null, "notes");
        office.house.on(Office.LAST_DAY);
        jobsAfterReading(0);
        office.house.on(Office.LAST_DAY.plusDays(1));
        jobsAfterReading(1);
        jobsAfterReading(1);
        DeletionPreview preview = office.open(theOnlyJob().id());
        assertThat(preview.job().cause()).isEqualTo(DeletionCause.END_OF_PROCESSING);
        assertThat(preview.keys()).isEqualTo(1);
        assertThat(preview.progress().total()).isEqualTo(2);
        office.house.does(() -> office.house
                .the(DecidingDeletion.class)
                .refuse(preview.job().id(), "An extension is being assessed", Purpose.DATA_PROTECTION));
        jobsAfterReading(1);
        office.house.on(Office.LAST_DAY.plusDays(2));
        jobsAfterReading(2);
    }

    @Test
    @DisplayName(
            "nothing is proposed without a withdrawal, before the end date, in an unknown project, or with nothing there")
    void refused() {
        assertThatThrownBy(() -> office.proposeWithdrawal("marit", someone))
                .isInstanceOfSatisfying(
                        Conflict.class, c -> assertThat(c.code()).isEqualTo("nothing-withdrawn"));
        assertThatThrownBy(() ->
                        office.propose("marit", new NewDeletion(office.project, null, DeletionCause.END_OF_PROCESSING)))
                .isInstanceOfSatisfying(
                        Conflict.class, c -> assertThat(c.code()).isEqualTo("processing-not-ended"));
        assertThatThrownBy(
                        () -> office.propose("marit", new NewDeletion(ProjectId.random(), null, DeletionCause.MANUAL)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.propose(
                        "marit", new NewDeletion(office.project, ParticipantId.random(), DeletionCause.MANUAL)))
                .isInstanceOfSatisfying(
                        Conflict.class, c -> assertThat(c.code()).isEqualTo("nothing-to-erase"));
        assertThatThrownBy(() -> NewDeletion.of(office.project, null, DeletionCause.WITHDRAWAL, null, null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName("a researcher and an auditor cannot propose")
    void notTheirs() {
        for (Role role : new Role[] {Role.RESEARCHER, Role.AUDITOR, Role.PROJECT_LEAD, Role.OPERATOR}) {
            office.house.as("somebody", role);
            assertThatThrownBy(() -> office.house.doing(() -> office.house
                            .the(ProposingDeletion.class)
                            .propose(
                                    new NewDeletion(office.project, someone, DeletionCause.MANUAL),
                                    Purpose.DATA_PROTECTION)))
                    .isInstanceOf(NotFound.class);
        }
    }

    private void jobsAfterReading(int expected) {
        office.house.as("marit", Role.PRIVACY_OFFICER);
        office.house.does(() -> office.house
                .the(ReadingDeletionJobs.class)
                .page(DeletionFilter.all(), new PageRequest(0, 1), Purpose.DATA_PROTECTION));
        assertThat(jobs()).hasSize(expected);
    }

    private DeletionJobSummary theOnlyJob() {
        assertThat(jobs()).hasSize(1);
        return jobs().get(0);
    }

    private java.util.List<DeletionJobSummary> jobs() {
        office.house.as("marit", Role.PRIVACY_OFFICER);
        return office.house
                .doing(() -> office.house
                        .the(ReadingDeletionJobs.class)
                        .page(
                                new DeletionFilter(office.project, null),
                                new PageRequest(0, 50),
                                Purpose.DATA_PROTECTION))
                .items();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
