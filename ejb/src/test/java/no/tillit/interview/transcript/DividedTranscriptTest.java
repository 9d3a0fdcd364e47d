package no.tillit.interview.transcript;

import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMissing;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentType;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureScope;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.NewInterview;
import no.tillit.interview.internal.ErasingInterviews;
import no.tillit.interview.transcript.DividedTranscript.Passage;
import no.tillit.interview.transcript.internal.ErasingVoices;
import no.tillit.interview.transcript.internal.RestingVoices;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.SubjectKeys;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A transcript divided by speaker")
class DividedTranscriptTest {
    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final String TEXT = """
            Present: two people

            I: How did it begin?
            A: With a letter.
            B: For me with a call.
            In the end: both.
            A: Yes.
            """;

    private House house;
    private AProject project;
    private ParticipantId one;
    private ParticipantId other;
    private InterviewSummary interview;
    private DocumentId file;

    @BeforeEach
    void aGroupHasSpoken(@TempDir Path blobs) {
        house = DocumentHouse.in(blobs);
        project = AProject.in(house);
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
        file = attached(TEXT);
    }

    @Test
    @DisplayName("names its labels with how often each speaks and how it begins")
    void labels() {
        TranscriptSpeakers speakers = house.doing(() -> dividing().speakers(file, Purpose.RESEARCH));
        assertThat(speakers.labels())
                .containsExactly(
                        new TranscriptSpeakers.Label("Present", 1, "two people"),
                        new TranscriptSpeakers.Label("I", 1, "How did it begin?"),
                        new TranscriptSpeakers.Label("A", 2, "With a letter."),
                        new TranscriptSpeakers.Label("B", 1, "For me with a call."),
                        new TranscriptSpeakers.Label("In the end", 1, "both."));
        assertThat(speakers.people()).hasSize(2);
        assertThat(speakers.divided()).isFalse();
    }

    @Test
    @DisplayName("is read in order, each turn with its speaker, and every look is in the log before")
    void whole() {
        divide();
        house.audited.clear();
        DividedTranscript transcript = read();
        assertThat(transcript.turns())
                .extracting(Passage::text)
                .containsExactly(
                        "How did it begin?", "With a letter.", "For me with a call.\nIn the end: both.", "Yes.");
        assertThat(transcript.turns().get(0).speaker()).isNull();
        assertThat(transcript.gaps()).isZero();
        assertThat(house.audited)
                .filteredOn(e -> e.action().equals("transcript.read"))
                .extracting(e -> e.participant())
                .containsExactlyInAnyOrder(one, other);
        assertThat(house.doing(() -> house.the(ReadingTranscript.class).of(interview.id(), Purpose.RESEARCH)))
                .singleElement()
                .satisfies(t -> assertThat(t.voices()).isEqualTo(3));
    }

    @Test
    @DisplayName("keeps what each one said under that one's key, and nothing of it in clear")
    void sealed() {
        divide();
        assertThat(said()).hasSize(3).noneMatch(row -> row.contains("letter") || row.contains("call"));
        house.the(SubjectKeys.class).beginDestruction(SubjectId.of(other));
        house.the(SubjectKeys.class).destroy(SubjectId.of(other));
        assertThatThrownBy(this::read).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    @DisplayName("has a gap where somebody spoke who has withdrawn, from that moment on; the rest stays readable")
    void withdrawn() {
        divide();
        withdraw(other);
        DividedTranscript left = read();
        assertThat(left.turns()).extracting(Passage::isGap).containsExactly(false, false, true, false);
        assertThat(left.gaps()).isEqualTo(1);
        withdraw(one);
        assertThatThrownBy(this::read).isInstanceOfAny(ConsentMissing.class, RecordClosed.class);
        assertThat(house.audited).last().satisfies(e -> assertThat(e.reason()).isNotNull());
    }

    @Test
    @DisplayName("loses what the erased person said and nothing else, and goes with the last of them")
    void erased() {
        divide();
        withdraw(other);
        assertThat(erase(other)).isTrue();
        assertThat(read().turns()).extracting(Passage::isGap).containsExactly(false, false, true, false);
        withdraw(one);
        assertThat(erase(one)).isTrue();
        assertThat(said()).isEmpty();
        assertThatThrownBy(this::read).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("is counted among what rests on the interview, for each who speaks in it")
    void resting() {
        divide();
        assertThat(house.doing(() -> house.the(RestingVoices.class).of(one).toList()))
                .singleElement()
                .satisfies(r -> assertThat(r.group()).isFalse());
    }

    @Test
    @DisplayName("is refused, and nothing kept, unless every label is somebody who was there")
    void refused() {
        ParticipantId absent = project.aParticipant();
        house.on(TODAY);
        assertCode("speaker-unassigned", Map.of("I", Speaker.interviewer(), "A", Speaker.participant(one)));
        assertCode("speaker-unknown", everyone(Speaker.participant(absent)));
        assertCode(
                "nobody-speaks",
                Map.of(
                        "Present", Speaker.nobody(),
                        "I", Speaker.interviewer(),
                        "A", Speaker.interviewer(),
                        "B", Speaker.nobody(),
                        "In the end", Speaker.nobody()));
        file = attached("No names in the margin here, only text.");
        assertCode("no-speakers", Map.of());
        assertThat(said()).isEmpty();
    }

    @Test
    @DisplayName("is divided anew when somebody was mistaken, and the old division is gone")
    void again() {
        divide();
        house.does(() -> dividing()
                .divide(
                        file,
                        Map.of(
                                "Present",
                                Speaker.nobody(),
                                "I",
                                Speaker.interviewer(),
                                "A",
                                Speaker.participant(other),
                                "B",
                                Speaker.participant(one),
                                "In the end",
                                Speaker.participant(one)),
                        Purpose.RESEARCH));
        assertThat(read().turns()).hasSize(5);
        assertThat(said()).hasSize(3);
    }

    @Test
    @DisplayName("is not to be found by who does not belong to the project or has no need for what it says")
    void hidden() {
        divide();
        house.as("oyvind", Role.RESEARCHER);
        assertThatThrownBy(this::read).isInstanceOf(NotFound.class);
        house.as("solveig", Role.PROJECT_LEAD);
        assertThatThrownBy(() -> house.doing(() ->
                        house.the(ReadingTranscript.class).read(TranscriptId.of(file), Purpose.PROJECT_ADMINISTRATION)))
                .isInstanceOf(NotFound.class);
    }

    private void divide() {
        house.does(() -> dividing().divide(file, everyone(Speaker.participant(other)), Purpose.RESEARCH));
    }

    private Map<String, Speaker> everyone(Speaker b) {
        return Map.of(
                "Present",
                Speaker.nobody(),
                "I",
                Speaker.interviewer(),
                "A",
                Speaker.participant(one),
                "B",
                b,
                "In the end",
                Speaker.nobody());
    }

    private void assertCode(String code, Map<String, Speaker> speakers) {
        assertThatThrownBy(() -> house.doing(() -> dividing().divide(file, speakers, Purpose.RESEARCH)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private DividedTranscript read() {
        return house.doing(() -> house.the(ReadingTranscript.class).read(TranscriptId.of(file), Purpose.RESEARCH));
    }

    private void withdraw(ParticipantId who) {
        house.does(() -> house.the(WithdrawingConsent.class).withdraw(who, Set.of(), Purpose.RESEARCH));
    }

    private List<String> said() {
        List<String> rows = new ArrayList<>();
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var select = connection.prepareStatement("SELECT said FROM transcript_voice WHERE interview_id = ?")) {
            select.setObject(1, interview.id().value());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private boolean erase(ParticipantId who) {
        var scope = new ErasureScope(project.id(), who, DeletionCause.WITHDRAWAL, Set.of(), TODAY, TODAY);
        var voices = house.the(ErasingVoices.class);
        var interviews = house.the(ErasingInterviews.class);
        return house.doing(() -> {
            var items = voices.inventory(scope).toList();
            assertThat(items).hasSize(1);
            boolean erased = voices.erase(items.get(0));
            assertThat(voices.erase(items.get(0))).isFalse();
            interviews.inventory(scope).toList().forEach(interviews::erase);
            return erased && voices.remaining(scope) == 0;
        });
    }

    private DocumentId attached(String text) {
        return house.the(AttachingToInterview.class)
                .attach(
                        interview.id(),
                        DocumentType.TRANSCRIPT,
                        file("transcript.txt", text.getBytes(StandardCharsets.UTF_8)),
                        Purpose.RESEARCH)
                .id();
    }

    private DividingTranscript dividing() {
        return house.the(DividingTranscript.class);
    }
}
