package no.tillit.consent.internal;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.consent.BoardCounts;
import no.tillit.consent.BoardCounts.ItemCount;
import no.tillit.consent.BoardFilter;
import no.tillit.consent.BoardRow;
import no.tillit.consent.BoardStatus;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.CheckingConsent;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.Consents;
import no.tillit.consent.EndedBy;
import no.tillit.consent.InvalidReason;
import no.tillit.consent.NewConsent;
import no.tillit.consent.ReadingBoard;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.RecordingConsent;
import no.tillit.consent.RevokingConsent;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTest {
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final PageRequest FIRST = new PageRequest(0, 50);

    private final House house = new House();
    private final AProject project = AProject.in(house);

    private ParticipantId participant() {
        ParticipantId id = project.aParticipant();
        house.on(MARCH_1);
        return id;
    }

    private ConsentId record(ParticipantId id, Map<ConsentItem, Boolean> decisions, Validity validity) {
        NewConsent form =
                new NewConsent(MARCH_1, decisions, CaptureMethod.PAPER, "nb", null).holding(validity, Map.of());
        return house.doing(() -> house.the(RecordingConsent.class).record(id, form, RESEARCH))
                .id();
    }

    private Page<BoardRow> board(BoardFilter filter) {
        return house.doing(() -> house.the(ReadingBoard.class).page(project.id(), filter, FIRST, RESEARCH));
    }

    private List<ParticipantId> people(ConsentItem item, BoardStatus status) {
        return board(new BoardFilter(item, status, null)).items().stream()
                .map(BoardRow::participant)
                .toList();
    }

    @Test
    @DisplayName("tells who answered what, who is missing, what runs out and what waits for a check, and counts them")
    void whole() {
        ParticipantId yes = participant();
        ParticipantId ending = participant();
        ParticipantId missing = participant();
        ParticipantId gone = participant();
        record(yes, Map.of(INTERVIEW, true, AUDIO_RECORDING, false), Validity.UNTIL_PROJECT_END);
        record(ending, Map.of(INTERVIEW, true), new Validity(MARCH_1.plusDays(20), null));
        record(gone, Map.of(INTERVIEW, true), Validity.UNTIL_PROJECT_END);
        house.does(() -> house.the(WithdrawingConsent.class).withdraw(gone, Set.of(), RESEARCH));
        assertThat(people(INTERVIEW, BoardStatus.GIVEN)).containsExactly(yes, ending);
        assertThat(people(AUDIO_RECORDING, BoardStatus.REFUSED)).containsExactly(yes);
        assertThat(people(AUDIO_RECORDING, BoardStatus.MISSING)).contains(ending, missing);
        assertThat(board(new BoardFilter(null, BoardStatus.MISSING, null)).items())
                .extracting(BoardRow::participant)
                .containsExactly(missing);
        assertThat(people(INTERVIEW, BoardStatus.EXPIRES_SOON)).containsExactly(ending);
        assertThat(board(new BoardFilter(null, BoardStatus.UNCHECKED, null)).total())
                .isEqualTo(3);
        assertThat(people(INTERVIEW, BoardStatus.WITHDRAWN)).containsExactly(gone);
        BoardCounts counts = house.doing(() -> house.the(ReadingBoard.class).counts(project.id(), RESEARCH));
        assertThat(counts.participants()).isEqualTo(4);
        assertThat(counts.missing()).isEqualTo(1);
        assertThat(counts.expiring()).isEqualTo(1);
        assertThat(counts.unchecked()).isEqualTo(3);
        assertThat(counts.items())
                .contains(
                        new ItemCount(INTERVIEW, ConsentState.GIVEN, 2),
                        new ItemCount(INTERVIEW, ConsentState.WITHDRAWN, 1));
        house.on(MARCH_1.plusDays(21));
        assertThat(people(INTERVIEW, BoardStatus.EXPIRED)).as("without a job").containsExactly(ending);
        assertThat(people(INTERVIEW, BoardStatus.GIVEN)).containsExactly(yes);
        assertThat(board(BoardFilter.ALL).items().get(1).stateOf(INTERVIEW)).isEqualTo(ConsentState.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("says what the forms, withdrawals and checks say, after whatever was done")
    void agrees(long seed) {
        var random = new Random(seed);
        List<ParticipantId> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(participant());
        }
        for (int step = 0; step < 40; step++) {
            house.at(MARCH_1.plusDays(step), LocalTime.of(9, 0)).as("ingrid", Role.RESEARCHER);
            doAnything(random, all.get(random.nextInt(all.size())), MARCH_1.plusDays(step));
        }
        house.as("ingrid", Role.RESEARCHER);
        for (BoardRow row : board(BoardFilter.ALL).items()) {
            var held =
                    house.doing(() -> house.the(ReadingConsents.class).held(row.participant(), null, null, RESEARCH));
            held.items()
                    .forEach(item -> assertThat(row.stateOf(item.item()))
                            .as("%s of %s", item.item(), row)
                            .isEqualTo(item.state()));
        }
    }

    private void doAnything(Random random, ParticipantId id, LocalDate today) {
        ConsentItem item = ConsentItem.ofEachKind().get(random.nextInt(4));
        var state = house.doing(() -> house.the(Participants.class).ref(id).state());
        switch (random.nextInt(5)) {
            case 0 -> house.does(() -> house.the(WithdrawingConsent.class).withdraw(id, Set.of(item), RESEARCH));
            case 1 ->
                house.does(() -> house.the(RevokingConsent.class).revoke(id, EndedBy.GUARDIAN, Set.of(item), RESEARCH));
            case 2 -> {
                var forms = house.doing(() -> house.the(ReadingConsents.class).of(id, RESEARCH));
                if (!forms.isEmpty()) {
                    house.does(() -> house.the(CheckingConsent.class)
                            .invalidate(forms.get(0).id(), InvalidReason.WRONG_FORM, RESEARCH));
                }
            }
            default -> {
                if (state == ParticipantState.ACTIVE) {
                    var form = new NewConsent(
                                    today, Map.of(item, random.nextBoolean()), CaptureMethod.PAPER, "nb", null)
                            .holding(new Validity(null, 1 + random.nextInt(3)), Map.of());
                    ConsentId recorded = house.doing(
                                    () -> house.the(RecordingConsent.class).record(id, form, RESEARCH))
                            .id();
                    house.does(() -> {
                        if (house.the(Consents.class).ref(recorded).evidence() == null) {
                            house.the(Consents.class).evidenceAttached(recorded, UUID.randomUUID());
                        }
                    });
                }
            }
        }
    }

    @Test
    @DisplayName("as a table: one line for each participant, and not for those of another project")
    void csv() {
        ParticipantId yes = participant();
        record(yes, Map.of(INTERVIEW, true), new Validity(MARCH_1.plusDays(20), null));
        participant();
        AProject other = AProject.in(house);
        other.aParticipant();
        house.as("ingrid", Role.RESEARCHER).on(MARCH_1);
        house.audited.clear();
        String csv = house.doing(() -> house.the(ReadingBoard.class).csv(project.id(), BoardFilter.ALL, RESEARCH));
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains(";given;2026-03-01;2026-03-21;");
        assertThat(house.audited)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.action()).isEqualTo("consent.exported"))
                .anySatisfy(entry -> assertThat(entry.participant()).isEqualTo(yes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"=1+1|'=1+1", "@SUM(A1)|'@SUM(A1)", "-2|'-2", "+47|'+47", "D-0001-3|D-0001-3", "a;b|\"a;b\""})
    @DisplayName("a cell that looks like a formula is text")
    void disarmed(String value, String cell) {
        assertThat(BoardCsv.cell(value)).isEqualTo(cell);
    }

    @Test
    @DisplayName("a page of ten thousand participants is read by index, never by reading the whole table of answers")
    void byIndex() throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO participant (id, project_id, pseudonym, sample_id, legal_basis, state, registered_at, registered_by)
                    SELECT gen_random_uuid(), '%1$s', 'B-' || lpad(n::text, 5, '0'), '%2$s', 'CONSENT', 'ACTIVE', now(), 'loader'
                    FROM generate_series(1, 10000) n""".formatted(project.id().value(), project.consenting()));
            statement.execute("""
                    INSERT INTO consent_standing (participant_id, project_id, item, state, consent_id, since)
                    SELECT p.id, p.project_id, i.item, 'GIVEN', gen_random_uuid(), '2026-03-01'
                    FROM participant p, (VALUES ('INTERVIEW'), ('AUDIO_RECORDING'), ('CONTACT_AGAIN')) i(item)
                    WHERE p.project_id = '%s'""".formatted(project.id().value()));
            statement.execute("ANALYZE participant");
            statement.execute("ANALYZE consent_standing");
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("EXPLAIN SELECT p.id FROM participant p WHERE p.project_id = '"
                    + project.id().value()
                    + "' AND p.state <> 'ERASED' AND EXISTS (SELECT 1 FROM consent_standing s WHERE s.participant_id ="
                    + " p.id AND s.item = 'INTERVIEW' AND s.state = 'GIVEN') ORDER BY p.pseudonym LIMIT 25")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            connection.rollback();
            assertThat(plan.toString()).contains("Index").doesNotContain("Seq Scan on consent_standing");
        }
    }
}
