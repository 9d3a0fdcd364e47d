package no.tillit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.template.FormPdf;
import no.tillit.document.IncomingFile;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.scan.internal.LookingForDates;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.ScanHouse;
import no.tillit.testing.scans.Sheet;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A scan that lies as it should not, or is larger than it needs to be")
class OddScansTest {
    private ScanHouse scans;
    private House house;
    private ParticipantId kari;

    @BeforeEach
    void somebodySigns(@TempDir Path folder) {
        scans = ScanHouse.in(folder);
        house = scans.house();
        kari = scans.project().aParticipant();
    }

    private List<ScannedFormSummary> read(String name, byte[] file) {
        return read(DocumentHouse.file(name, file));
    }

    private List<ScannedFormSummary> read(IncomingFile file) {
        scans.ingrid();
        house.the(ReceivingScans.class).receive(scans.project().id(), file, Purpose.RESEARCH);
        scans.read();
        scans.ingrid();
        return house.doing(() -> house.the(ReadingScans.class)
                .forms(scans.project().id(), Set.of(), new PageRequest(0, 50), Purpose.RESEARCH)
                .items());
    }

    @Test
    @DisplayName("on its side is read by its code")
    void sidewaysWithCode() {
        FormPdf form = scans.printedFor(kari);
        BufferedImage sheet = Sheet.scanned(form.pdf(), Sheet.pages(form.pdf()), 150);
        assertThat(read("side.png", Sheet.file(Sheet.onItsSide(sheet), "png")))
                .singleElement()
                .satisfies(found -> assertThat(found.participant()).isEqualTo(kari));
    }

    @Test
    @DisplayName("on its side without a code waits for somebody, and is nobody's until then")
    void sidewaysWithoutCode() {
        assertThat(read("side.png", Sheet.file(Sheet.onItsSide(Sheet.with("", 150)), "png")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.reason()).isEqualTo(ByHand.NO_CODE);
                    assertThat(found.participant()).isNull();
                });
    }

    @Test
    @DisplayName("in colour with 600 dots to the inch is read within the reader's memory")
    void large() {
        FormPdf form = scans.printedFor(kari);
        BufferedImage sheet = Sheet.scanned(form.pdf(), Sheet.pages(form.pdf()), 600);
        assertThat(sheet.getWidth()).isGreaterThan(4900);
        assertThat(read("stor.pdf", Sheet.pdf("", sheet)))
                .singleElement()
                .satisfies(found -> assertThat(found.participant()).isEqualTo(kari));
    }

    @Test
    @DisplayName("on its side without a code is turned for whoever reads it, and its date is found")
    void sidewaysIsTurned() {
        Assumptions.assumeThat(Files.isExecutable(Path.of("/usr/bin/tesseract")))
                .as("tesseract-ocr is installed")
                .isTrue();
        BufferedImage sheet = Sheet.written("", 150, "Oslo, 1.3.2026");
        ScannedFormId id = read("side.png", Sheet.file(Sheet.onItsSide(sheet), "png"))
                .get(0)
                .id();
        ScannedFormDetails looked = onceLookedAt(id);
        assertThat(looked.pages()).singleElement().satisfies(page -> {
            assertThat(page.turned()).isEqualTo(270);
            assertThat(page.isOnItsSide()).isTrue();
        });
        assertThat(looked.hintedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    /** A few forms are looked at in one go, those of other tests among them. */
    private ScannedFormDetails onceLookedAt(ScannedFormId id) {
        for (int round = 0; round < 100 && !open(id).looked(); round++) {
            house.as("system", Role.SYSTEM);
            house.the(LookingForDates.class).look();
            scans.ingrid();
        }
        return open(id);
    }

    private ScannedFormDetails open(ScannedFormId id) {
        return house.doing(() -> house.the(ReadingScans.class).open(id, Purpose.RESEARCH));
    }

    @Test
    @DisplayName(
            "a hundred pages in colour with 600 dots to the inch, as large as a file may be, are read within the reader's memory")
    void largest(@TempDir Path folder) throws IOException {
        FormPdf form = scans.printedFor(kari);
        byte[] sheet = Sheet.file(Sheet.scanned(form.pdf(), Sheet.pages(form.pdf()), 600), "jpeg");
        Path file = folder.resolve("mange.pdf");
        Heavy.pdf(file, sheet, 100, 255 << 20);
        try (var in = Files.newInputStream(file)) {
            var many = new IncomingFile(in, OptionalLong.of(Files.size(file)), "mange.pdf", "largest");
            assertThat(read(many)).singleElement().satisfies(one -> {
                assertThat(one.participant()).isEqualTo(kari);
                assertThat(one.pages()).isEqualTo(100);
            });
        }
    }
}
