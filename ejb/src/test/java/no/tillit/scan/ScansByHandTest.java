package no.tillit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import no.tillit.access.Role;
import no.tillit.consent.template.FormPdf;
import no.tillit.kernel.Purpose;
import no.tillit.scan.internal.LookingForDates;
import no.tillit.testing.AProject;
import no.tillit.testing.ScanHouse;
import no.tillit.testing.scans.Sheet;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scans that say too little")
class ScansByHandTest extends ScannedSomebody {
    @Test
    @DisplayName("what no code tells is matched by hand: without a code, blank, foreign, of another project")
    void byHand() {
        AProject other = AProject.in(house);
        FormPdf theirs = ScanHouse.in(blobs).blank();
        FormPdf foreign = scans.printedFor(kari);
        house.on(ScanHouse.PUBLISHED);
        assertThat(other.id()).isNotEqualTo(scans.project().id());
        scan(Sheet.with("", 150), signed(scans.blank()), signed(theirs), Sheet.with("https://example.no", 150));
        assertThat(forms())
                .extracting(ScannedFormSummary::reason)
                .containsExactlyInAnyOrder(
                        ByHand.NO_CODE, ByHand.NO_NUMBER, ByHand.VERSION_UNKNOWN, ByHand.FOREIGN_CODE);
        assertThat(foreign.number()).isNotNull();
        ScannedFormSummary uncoded = forms().stream()
                .filter(form -> form.reason() == ByHand.NO_CODE)
                .findFirst()
                .orElseThrow();
        house.does(() -> house.the(SortingScans.class)
                .number(uncoded.id(), Objects.requireNonNull(foreign.number()), Purpose.RESEARCH));
        assertThat(open(uncoded.id()).summary().participant()).isEqualTo(kari);
        assertRefused(
                "number-mistyped",
                () -> house.does(
                        () -> house.the(SortingScans.class).number(uncoded.id(), "1234-5678", Purpose.RESEARCH)));
        ScannedFormSummary blank = forms().stream()
                .filter(form -> form.reason() == ByHand.NO_NUMBER)
                .findFirst()
                .orElseThrow();
        assertThat(match(blank.id(), ola, false).state()).isEqualTo(ScannedFormState.MATCHED);
        assertThat(consents(ola)).hasSize(1);
    }

    @Test
    @DisplayName("where one form ends can be told by hand")
    void split() {
        scan(Sheet.with("", 150), Sheet.with("", 140), Sheet.with("", 130));
        ScannedFormDetails form = open(only().id());
        assertThat(form.pages()).hasSize(3);
        house.doing(
                () -> house.the(SortingScans.class).split(form.pages().get(1).id(), Purpose.RESEARCH));
        assertThat(forms()).extracting(ScannedFormSummary::pages).containsExactlyInAnyOrder(1, 2);
        assertRefused(
                "scan-first-page",
                () -> house.doing(() ->
                        house.the(SortingScans.class).split(form.pages().get(0).id(), Purpose.RESEARCH)));
    }

    @Test
    @DisplayName(
            "a program finds the date and the page that stands on its head; it decides nothing, and need not be there")
    void helped() {
        Assumptions.assumeThat(Files.isExecutable(Path.of("/usr/bin/tesseract")))
                .as("tesseract-ocr is installed")
                .isTrue();
        scan(turned(Sheet.written("", 150, "Oslo, 1.3.2026")), signed(scans.printedFor(kari)));
        ScannedFormDetails uncoded = onceLookedAt(ByHand.NO_CODE);
        assertThat(uncoded.helped()).isTrue();
        assertThat(uncoded.looked()).isTrue();
        assertThat(uncoded.pages().get(0).turned()).isEqualTo(180);
        assertThat(consents(kari)).isEmpty();
        ScanHouse without = ScanHouse.in(blobs, Map.of("tillit.ocr.program", "/nowhere/tesseract"));
        without.house().as("system", Role.SYSTEM);
        without.house().the(LookingForDates.class).look();
    }

    /** A few forms are looked at in one go, those of other tests among them. */
    private ScannedFormDetails onceLookedAt(ByHand reason) {
        ScannedFormId id = forms().stream()
                .filter(form -> form.reason() == reason)
                .findFirst()
                .orElseThrow()
                .id();
        for (int round = 0; round < 100 && !open(id).looked(); round++) {
            house.as("system", Role.SYSTEM);
            house.the(LookingForDates.class).look();
            scans.ingrid();
        }
        return open(id);
    }
}
