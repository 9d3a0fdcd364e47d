package no.tillit.consent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.NewConsent;
import no.tillit.consent.RecordingConsent;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExportingConsentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final House house = new House();
    private final AProject project = AProject.in(house);

    private ParticipantId signed(String reference) {
        house.on(DAY).as("ingrid", Role.RESEARCHER);
        ParticipantId id = project.aParticipant();
        house.as("ingrid", Role.RESEARCHER);
        var form = new NewConsent(
                DAY,
                Map.of(ConsentItem.INTERVIEW, true, ConsentItem.AUDIO_RECORDING, false),
                CaptureMethod.PAPER,
                "nb",
                reference);
        house.does(() -> house.the(RecordingConsent.class).record(id, form, Purpose.RESEARCH));
        return id;
    }

    private ExportPage page(String after) {
        return house.doing(() -> house.the(ExportingConsents.class).page(project.id(), after, Purpose.RESEARCH));
    }

    @Test
    @DisplayName(
            "each item of each form is a line, with what was said, how it stands, when it ended, and who took it down")
    void lines() {
        ParticipantId kari = signed("Form 1");
        signed("Form 1");
        house.on(DAY.plusDays(1));
        house.doing(() ->
                house.the(WithdrawingConsent.class).withdraw(kari, Set.of(ConsentItem.INTERVIEW), Purpose.RESEARCH));
        ExportPage page = page("");
        assertThat(page.next()).isNull();
        assertThat(page.lines()).hasSize(4);
        assertThat(page.lines().get(0).pseudonym())
                .isLessThan(page.lines().get(2).pseudonym());
        assertThat(page.lines().get(0).state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(page.lines().get(0).endedAt()).isNotNull();
        assertThat(page.lines().get(1).answer()).isFalse();
        assertThat(page.lines().get(2).state()).isEqualTo(ConsentState.GIVEN);
        assertThat(page.lines()).extracting(FormLine::capturedBy).containsOnly("ingrid");
        assertThat(page(page.lines().get(1).pseudonym()).lines()).hasSize(2);
        assertThat(house.audited)
                .last()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("consent.exported"));
    }

    @Test
    @DisplayName("everybody whose forms left is on record with it, and nobody else is")
    void onRecord() {
        ParticipantId kari = signed("Form 1");
        ParticipantId ola = signed("Form 1");
        house.as("ingrid", Role.RESEARCHER);
        project.aParticipant();
        house.audited.clear();
        String first = page("").lines().get(1).pseudonym();
        assertThat(house.audited)
                .allSatisfy(entry -> assertThat(entry.action()).isEqualTo("consent.exported"))
                .extracting(AuditEntry::participant)
                .containsExactlyInAnyOrder(kari, ola);
        house.audited.clear();
        page(first);
        assertThat(house.audited).extracting(AuditEntry::participant).hasSize(1).containsAnyOf(kari, ola);
        house.audited.clear();
        assertThat(page("zzz").lines()).isEmpty();
        assertThat(house.audited)
                .singleElement()
                .satisfies(entry -> assertThat(entry.participant()).isNull());
    }

    @Test
    @DisplayName("in a table a formula is text, and each line has a cell for each head")
    void table() {
        signed("=HYPERLINK(\"http://x\");1");
        FormLine line = page("").lines().get(0);
        String csv = FormsCsv.of(line);
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\");1\"").endsWith("\r\n");
        assertThat(FormsCsv.head().split(";", -1)).hasSize(20);
        signed("plain");
        assertThat(FormsCsv.of(page("").lines().get(2)).split(";", -1)).hasSize(20);
    }

    @Test
    @DisplayName("whoever is not of the project gets nothing, and does not learn that it exists")
    void closed() {
        signed("Form 1");
        house.as("oyvind", Role.RESEARCHER);
        assertThatThrownBy(() -> page("")).isInstanceOf(NotFound.class);
    }
}
