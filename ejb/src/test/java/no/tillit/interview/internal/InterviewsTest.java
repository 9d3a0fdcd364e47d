package no.tillit.interview.internal;

import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMissing;
import no.tillit.document.DocumentReceived;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.RecordingNotConsented;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureScope;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.ConsentAfterInterview;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewFilter;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewSort;
import no.tillit.interview.InterviewState;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.NewInterview;
import no.tillit.interview.ReadingInterviews;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An interview")
class InterviewsTest {
    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private House house;
    private AProject project;
    private ParticipantId one;
    private ParticipantId other;

    @BeforeEach
    void twoHaveConsented(@TempDir Path blobs) {
        house = DocumentHouse.in(blobs);
        project = AProject.in(house);
        house.on(TODAY);
        one = project.aParticipant();
        other = project.aParticipant();
        consent(house, one, SIGNED, Purpose.RESEARCH, ConsentItem.INTERVIEW, ConsentItem.AUDIO_RECORDING);
        consent(house, other, SIGNED, Purpose.RESEARCH, ConsentItem.INTERVIEW);
        house.observing(
                DocumentReceived.class, e -> house.the(NotingTranscripts.class).onReceived(e));
    }

    @Test
    @DisplayName("is possible from the day of signing, not the day before")
    void afterConsent() {
        create(alone(SIGNED, false));
        assertThatThrownBy(() -> create(alone(SIGNED.minusDays(1), false))).isInstanceOf(ConsentAfterInterview.class);
        assertThat(house.audited).last().satisfies(e -> assertThat(e.reason()).isEqualTo("consent-after-interview"));
    }

    @Test
    @DisplayName("is registered when it was held: not tomorrow, and not before the approval")
    void held() {
        create(alone(TODAY, false));
        assertThatThrownBy(() -> create(alone(TODAY.plusDays(1), false)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("date-in-future"));
        assertThatThrownBy(() -> create(alone(AProject.ASSESSED.minusDays(1), false)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("interview-before-approval"));
    }

    @Test
    @DisplayName("needs everyone's consent, and for a recording everyone's consent to that")
    void consents() {
        ParticipantId third = project.aParticipant();
        assertThatThrownBy(() -> create(group(false, one, third))).isInstanceOf(ConsentMissing.class);
        assertThatThrownBy(() -> create(group(true, one, other))).isInstanceOf(RecordingNotConsented.class);
        InterviewSummary notes = create(group(false, one, other));
        assertThatThrownBy(() -> attach(notes.id(), DocumentType.AUDIO_RECORDING, "wav"))
                .isInstanceOf(RecordingNotConsented.class);
        attach(notes.id(), DocumentType.INTERVIEW_NOTES, "txt");
    }

    @Test
    @DisplayName("is with one, or with two to four, of this project, each named once")
    void people() {
        assertCode("participants-out-of-range", () -> group(false, one));
        assertCode("participants-out-of-range", () -> group(false, one, other, one, other, one));
        assertCode("participant-twice", () -> group(false, one, one));
        assertCode("participant-unknown", () -> create(group(false, one, new ParticipantId(UUID.randomUUID()))));
        ParticipantId elsewhere = AProject.in(house).aParticipant();
        house.on(TODAY);
        assertCode("participant-unknown", () -> create(group(false, one, elsewhere)));
        assertCode(
                "minutes-out-of-range",
                () -> new NewInterview(InterviewKind.INDIVIDUAL, TODAY, List.of(one), 481, false));
    }

    @Test
    @DisplayName("is transcribed from its first transcript on, which is about everyone who took part")
    void transcribed() {
        InterviewSummary held = create(group(false, one, other));
        assertThat(held.state()).isEqualTo(InterviewState.HELD);
        DocumentSummary transcript = attach(held.id(), DocumentType.TRANSCRIPT, "vtt");
        assertThat(transcript.pseudonyms()).hasSize(2);
        assertThat(open(held.id()).state()).isEqualTo(InterviewState.TRANSCRIBED);
    }

    @Test
    @DisplayName("is listed for its project, filtered and sorted by the database; others do not find it")
    void list() {
        InterviewSummary group = create(group(false, one, other));
        InterviewSummary alone = create(alone(SIGNED, true));
        assertThat(page(InterviewFilter.ALL)).containsExactly(group, alone);
        assertThat(page(new InterviewFilter(InterviewKind.FOCUS_GROUP, InterviewState.HELD, null, null)))
                .containsExactly(group);
        assertThat(page(new InterviewFilter(null, null, null, other))).containsExactly(group);
        assertThat(page(new InterviewFilter(
                        null, null, alone.participants().get(0).pseudonym(), null)))
                .containsExactly(group, alone);
        for (InterviewSort sort : InterviewSort.values()) {
            assertThat(InterviewSort.named(sort.parameter())).isEqualTo(sort);
            assertThat(house.doing(() -> reading()
                                    .page(
                                            project.id(),
                                            InterviewFilter.ALL,
                                            sort,
                                            new PageRequest(0, 50),
                                            Purpose.RESEARCH))
                            .total())
                    .isEqualTo(2);
        }
        house.as("oyvind", Role.RESEARCHER);
        assertThatThrownBy(() -> open(alone.id())).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("loses who is erased, and goes with the last of them")
    void erasure() {
        InterviewSummary group = create(group(false, one, other));
        assertThat(erase(other)).isTrue();
        assertThat(open(group.id()).participants())
                .extracting(InterviewSummary.Person::id)
                .containsExactly(one);
        assertThat(erase(one)).isTrue();
        assertThatThrownBy(() -> open(group.id())).isInstanceOf(NotFound.class);
    }

    private boolean erase(ParticipantId participant) {
        var step = house.the(ErasingInterviews.class);
        var scope = new ErasureScope(project.id(), participant, DeletionCause.WITHDRAWAL, Set.of(), TODAY, TODAY);
        return house.doing(() -> {
            var items = step.inventory(scope).toList();
            assertThat(items).hasSize(1);
            boolean erased = step.erase(items.get(0));
            assertThat(step.erase(items.get(0))).isFalse();
            return erased && step.remaining(scope) == 0;
        });
    }

    private NewInterview alone(LocalDate heldOn, boolean recorded) {
        return new NewInterview(InterviewKind.INDIVIDUAL, heldOn, List.of(one), 45, recorded);
    }

    private static NewInterview group(boolean recorded, ParticipantId... people) {
        return new NewInterview(InterviewKind.FOCUS_GROUP, TODAY, List.of(people), null, recorded);
    }

    private InterviewSummary create(NewInterview wanted) {
        house.as("ingrid", Role.RESEARCHER);
        return house.doing(() -> house.the(CreatingInterview.class).create(project.id(), wanted, Purpose.RESEARCH));
    }

    private DocumentSummary attach(InterviewId id, DocumentType type, String ending) {
        var sent = file("samtale." + ending, SampleFiles.bytes(ending));
        return house.doing(() -> house.the(AttachingToInterview.class).attach(id, type, sent, Purpose.RESEARCH));
    }

    private InterviewSummary open(InterviewId id) {
        return house.doing(() -> reading().open(id, Purpose.RESEARCH));
    }

    private List<InterviewSummary> page(InterviewFilter filter) {
        return house.doing(() -> reading()
                        .page(
                                project.id(),
                                filter,
                                InterviewSort.HELD_DESCENDING,
                                new PageRequest(0, 50),
                                Purpose.RESEARCH))
                .items();
    }

    private ReadingInterviews reading() {
        return house.the(ReadingInterviews.class);
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
