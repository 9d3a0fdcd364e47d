package no.tillit.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import no.tillit.access.Role;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.template.ReadingTemplates;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.Participants;
import no.tillit.scan.ImportedRow.Outcome;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.ScanHouse;
import no.tillit.testing.scans.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Consents from a list")
class ImportingConsentsTest {
    private ScanHouse scans;
    private House house;
    private ParticipantId kari;
    private ParticipantId ola;
    private String code;

    @BeforeEach
    void aList(@TempDir Path folder) {
        scans = ScanHouse.in(folder);
        house = scans.house();
        kari = scans.project().aParticipant();
        ola = scans.project().aParticipant();
        code = house.doing(() -> house.the(ReadingTemplates.class).open(scans.version()))
                .version()
                .code();
    }

    private String name(ParticipantId person) {
        return house.doing(
                () -> house.the(Participants.class).ref(person).pseudonym().value());
    }

    private List<ConsentSummary> consents(ParticipantId person) {
        return house.doing(() -> house.the(ReadingConsents.class).of(person, Purpose.RESEARCH));
    }

    private ImportReport run(String csv, boolean rehearsal) {
        scans.ingrid();
        return house.the(ImportingConsents.class).run(scans.project().id(), csv, rehearsal, Purpose.RESEARCH);
    }

    private String list() {
        return "\uFEFFparticipant;signed;language;version;form;scan;interview;audio-recording;contact-again\r\n"
                + name(kari) + ";2.3.2026;nb;" + code + ";;kari.png;ja;nei;nei\r\n"
                + name(ola) + ";2026-03-01;nn;;\"Gammelt skjema; 2025\";;yes;;\r\n"
                + "Kari;2026-03-01;nb;;;;yes;;\r\n"
                + name(ola) + ";2027-03-01;nb;;;;yes;;\r\n"
                + name(ola) + ";2026-03-01;nb;;;borte.png;yes;no;\r\n"
                + name(ola) + ";2026-03-01;nb;;;;kanskje;;\r\n";
    }

    @Test
    @DisplayName(
            "is tried without a trace, taken in row by row with its scans, and makes no doubles when it is run again")
    void import_() {
        scans.ingrid();
        house.the(ReceivingScans.class)
                .receive(
                        scans.project().id(),
                        DocumentHouse.file("kari.png", Sheet.file(Sheet.with("", 150), "png")),
                        Purpose.RESEARCH);
        scans.read();
        ImportReport tried = run(list(), true);
        assertThat(tried.rows())
                .extracting(ImportedRow::line, ImportedRow::outcome, ImportedRow::refusal)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, Outcome.READY, null),
                        org.assertj.core.groups.Tuple.tuple(3, Outcome.READY, null),
                        org.assertj.core.groups.Tuple.tuple(4, Outcome.REFUSED, "pseudonym-mistyped"),
                        org.assertj.core.groups.Tuple.tuple(5, Outcome.REFUSED, "signed-in-future"),
                        org.assertj.core.groups.Tuple.tuple(6, Outcome.REFUSED, "scan-absent"),
                        org.assertj.core.groups.Tuple.tuple(7, Outcome.REFUSED, "answer-unreadable"));
        assertThat(consents(kari)).isEmpty();
        assertThat(consents(ola)).isEmpty();

        ImportReport taken = run(list(), false);
        assertThat(taken.count(Outcome.RECORDED)).isEqualTo(2);
        assertThat(taken.count(Outcome.REFUSED)).isEqualTo(4);
        assertThat(consents(kari)).singleElement().satisfies(consent -> {
            assertThat(consent.evidence()).isNotNull();
            assertThat(consent.version()).isEqualTo(scans.version());
            assertThat(consent.state()).isEqualTo(ConsentState.GIVEN);
        });
        assertThat(consents(ola))
                .singleElement()
                .satisfies(consent -> assertThat(consent.formReference()).isEqualTo("Gammelt skjema; 2025"));

        house.at(ScanHouse.PUBLISHED, LocalTime.of(10, 0));
        ImportReport again = run(list(), false);
        assertThat(again.count(Outcome.ALREADY_THERE)).isEqualTo(2);
        assertThat(consents(kari)).hasSize(1);
        assertThat(consents(ola)).hasSize(1);
    }

    @Test
    @DisplayName("names areas and agencies as the form does, and no day that is not in the calendar")
    void agenciesAndDays() {
        String csv = "participant;signed;interview;follow-up;share-plan/work/NAV;share-plan/work/nav\n"
                + name(kari) + ";1.3.2026;;ja;ja;\n"
                + name(kari) + ";1.3.2026;;ja;ja;nei\n"
                + name(ola) + ";29.2.2026;ja;;;\n"
                + name(ola) + ";31.4.2026;ja;;;\n"
                + name(ola) + ";2026-02-29;ja;;;\n"
                + name(ola) + ";29.2.2024;ja;;;\n";
        assertThat(run(csv, false).rows())
                .extracting(ImportedRow::line, ImportedRow::outcome, ImportedRow::refusal)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, Outcome.RECORDED, null),
                        org.assertj.core.groups.Tuple.tuple(3, Outcome.REFUSED, "item-decided-twice"),
                        org.assertj.core.groups.Tuple.tuple(4, Outcome.REFUSED, "date-malformed"),
                        org.assertj.core.groups.Tuple.tuple(5, Outcome.REFUSED, "date-malformed"),
                        org.assertj.core.groups.Tuple.tuple(6, Outcome.REFUSED, "date-malformed"),
                        org.assertj.core.groups.Tuple.tuple(7, Outcome.REFUSED, "signed-before-approval"));
        assertThat(consents(kari).get(0).items())
                .extracting(item -> item.item().counterpart())
                .contains("NAV");
    }

    @Test
    @DisplayName("that is no list is refused as a whole, and so is who may not record here")
    void refused() {
        assertThatThrownBy(() -> run("a;a\n1;2\n", true)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> run("", true)).isInstanceOf(InvalidInput.class);
        house.as("oyvind", Role.RESEARCHER);
        assertThatThrownBy(() ->
                        house.the(ImportingConsents.class).run(scans.project().id(), list(), true, Purpose.RESEARCH))
                .isInstanceOf(NotFound.class);
    }

    /** Says the same for ever, and counts. */
    private static final class Endless extends Reader {
        private long read;

        @Override
        public int read(char[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, 'x');
            read += length;
            return length;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    @Test
    @DisplayName("that never ends is read as far as a list may be long, and not at all for who may not record here")
    void endless() {
        ImportingConsents importing = house.the(ImportingConsents.class);
        var list = new Endless();
        scans.ingrid();
        assertThatThrownBy(() -> importing.run(scans.project().id(), list, true, Purpose.RESEARCH))
                .isInstanceOf(InvalidInput.class)
                .extracting(refusal -> ((InvalidInput) refusal).code())
                .isEqualTo("table-too-long");
        assertThat(list.read).isLessThan(ImportingConsents.LONGEST + 100_000L);
        var foreign = new Endless();
        house.as("oyvind", Role.RESEARCHER);
        assertThatThrownBy(() -> importing.run(scans.project().id(), foreign, true, Purpose.RESEARCH))
                .isInstanceOf(NotFound.class);
        assertThat(foreign.read).isZero();
    }

    @Test
    @DisplayName("that is one row of a million columns is refused at the first of them that are too many")
    void wide() {
        assertThatThrownBy(() -> run(";".repeat(1_000_000), true)).isInstanceOf(InvalidInput.class);
    }
}
