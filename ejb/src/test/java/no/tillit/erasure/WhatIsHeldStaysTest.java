package no.tillit.erasure;

import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentType;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.NewInterview;
import no.tillit.interview.transcript.DividingTranscript;
import no.tillit.interview.transcript.Speaker;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.retention.Hold;
import no.tillit.retention.HoldAudience;
import no.tillit.retention.Holding;
import no.tillit.retention.NewHold;
import no.tillit.retention.ReadingHolds;
import no.tillit.retention.RecordKind;
import no.tillit.testing.AProject;
import no.tillit.testing.Deletions;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is held stays, and so does what it hangs on; words about who is gone do not")
class WhatIsHeldStaysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 2);

    private House house;
    private AProject project;
    private Deletions deletions;
    private ParticipantId one;
    private ParticipantId other;
    private InterviewSummary interview;
    private DocumentId file;

    @BeforeEach
    void aGroupHasSpoken(@TempDir Path folder) {
        house = DocumentHouse.in(folder);
        project = AProject.in(house);
        deletions = new Deletions(house, project.id(), folder);
        house.on(TODAY);
        one = project.aParticipant();
        other = project.aParticipant();
        consent(house, one, SIGNED, Purpose.RESEARCH, ConsentItem.INTERVIEW);
        consent(house, other, SIGNED, Purpose.RESEARCH, ConsentItem.INTERVIEW);
        interview = house.doing(() -> house.the(CreatingInterview.class)
                .create(
                        project.id(),
                        new NewInterview(InterviewKind.FOCUS_GROUP, TODAY, List.of(one, other), 45, false),
                        Purpose.RESEARCH));
        file = house.the(AttachingToInterview.class)
                .attach(
                        interview.id(),
                        DocumentType.TRANSCRIPT,
                        file("t.txt", "I: How?\nA: So.\nB: And so.\n".getBytes(StandardCharsets.UTF_8)),
                        Purpose.RESEARCH)
                .id();
        house.does(() -> house.the(DividingTranscript.class)
                .divide(
                        file,
                        Map.of(
                                "I", Speaker.interviewer(),
                                "A", Speaker.participant(one),
                                "B", Speaker.participant(other)),
                        Purpose.RESEARCH));
    }

    @Test
    @DisplayName("what one person said is held: the interview stays with it, and the others' words go")
    void spokenPart() throws SQLException {
        hold(null, RecordKind.SPOKEN_PART, voiceOf(other));
        DeletionPreview done = deletions.carryOut(null);
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(done.lines())
                .filteredOn(line -> !line.erases())
                .extracting(DeletionLine::kind)
                .contains("spoken-part", "interview", "consent", "participant");
        assertThat(count("transcript_voice WHERE participant_id = '" + other.value() + "'"))
                .isOne();
        assertThat(count("interview WHERE id = '" + interview.id().value() + "'"))
                .isOne();
        assertThat(count("transcript_voice WHERE participant_id = '" + one.value() + "'"))
                .isZero();
    }

    @Test
    @DisplayName("with nothing held the interview goes, and the interviewer's part with it")
    void nothingHeld() throws SQLException {
        assertThat(deletions.carryOut(null).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(count("transcript_voice WHERE interview_id = '"
                        + interview.id().value() + "'"))
                .isZero();
        assertThat(count("interview WHERE id = '" + interview.id().value() + "'"))
                .isZero();
    }

    @Test
    @DisplayName("what shows that it was lawful to have it is held with it (GDPR Art 7(1))")
    void proof() throws SQLException {
        hold(null, RecordKind.TRANSCRIPT, file.value());
        DeletionPreview done = deletions.carryOut(one);
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(count("consent WHERE participant_id = '" + one.value() + "'"))
                .isOne();
        assertThat(count("document WHERE id = '" + file.value() + "'")).isOne();
    }

    @Test
    @DisplayName("why something was held goes with it, though the hold's row stays")
    void reasons() {
        Hold onFile = hold(null, RecordKind.TRANSCRIPT, file.value());
        Hold onPerson = hold(one, null, null);
        for (Hold each : List.of(onFile, onPerson)) {
            assertThat(each.reason()).isEqualTo("Navn i tvist");
            marit();
            house.doing(() -> house.the(Holding.class).release(each.id(), Purpose.DATA_PROTECTION));
        }
        assertThat(deletions.carryOut(one).job().state()).isEqualTo(DeletionState.COMPLETED);
        for (Hold each : List.of(onFile, onPerson)) {
            assertThat(open(each).reason()).isNull();
            assertThat(open(each).authority()).isEqualTo("§ 1");
        }
    }

    @Test
    @DisplayName("where paper lay is forgotten when it is gone and the deletion certified")
    void places() {
        DeletionPreview proposed = deletions.propose(one);
        marit();
        var step = house.doing(() -> house.the(DoingByHand.class)
                        .add(proposed.job().id(), ManualKind.PAPER, "Skapet til Ola", Purpose.DATA_PROTECTION))
                .manualSteps()
                .get(0);
        DeletionPreview waiting = deletions.approve(proposed);
        assertThat(waiting.job().state()).isEqualTo(DeletionState.AWAITING_HANDS);
        assertThat(waiting.manualSteps().get(0).place()).isEqualTo("Skapet til Ola");
        house.doing(() ->
                house.the(DoingByHand.class).confirm(proposed.job().id(), step.id(), TODAY, Purpose.DATA_PROTECTION));
        DeletionPreview done = deletions.goOn(proposed.job().id());
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(done.manualSteps().get(0).place()).isNull();
        assertThat(done.manualSteps().get(0).isDone()).isTrue();
    }

    private Hold hold(@Nullable ParticipantId person, @Nullable RecordKind kind, @Nullable UUID record) {
        marit();
        return house.doing(() -> house.the(Holding.class)
                .place(
                        project.id(),
                        new NewHold(
                                person, kind, record, "Navn i tvist", "§ 1", TODAY.plusMonths(3), HoldAudience.PROJECT),
                        Purpose.DATA_PROTECTION));
    }

    private Hold open(Hold hold) {
        marit();
        return house.doing(() -> house.the(ReadingHolds.class).open(hold.id(), Purpose.DATA_PROTECTION));
    }

    private void marit() {
        house.as("marit", Role.PRIVACY_OFFICER);
    }

    private UUID voiceOf(ParticipantId who) throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var select = connection.prepareStatement("SELECT id FROM transcript_voice WHERE participant_id = ?")) {
            select.setObject(1, who.value());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static long count(String what) throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var select = connection.prepareStatement("SELECT count(*) FROM " + what);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
