package no.tillit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.tillit.consent.template.FormPdf;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.ScanHouse;
import no.tillit.testing.scans.Sheet;
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
        scans.ingrid();
        house.the(ReceivingScans.class).receive(scans.project().id(), DocumentHouse.file(name, file), Purpose.RESEARCH);
        scans.read();
        scans.ingrid();
        return house.doing(() -> house.the(ReadingScans.class)
                .forms(scans.project().id(), Set.of(), new PageRequest(0, 50), Purpose.RESEARCH)
                .items());
    }

    private static BufferedImage sideways(BufferedImage sheet) {
        var turned = new BufferedImage(sheet.getHeight(), sheet.getWidth(), BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        var turn = AffineTransform.getTranslateInstance(sheet.getHeight(), 0);
        turn.rotate(Math.PI / 2);
        pen.drawImage(sheet, turn, null);
        pen.dispose();
        return turned;
    }

    @Test
    @DisplayName("on its side is read by its code")
    void sidewaysWithCode() {
        FormPdf form = scans.printedFor(kari);
        BufferedImage sheet = Sheet.scanned(form.pdf(), Sheet.pages(form.pdf()), 150);
        assertThat(read("side.png", Sheet.file(sideways(sheet), "png")))
                .singleElement()
                .satisfies(found -> assertThat(found.participant()).isEqualTo(kari));
    }

    @Test
    @DisplayName("on its side without a code waits for somebody, and is nobody's until then")
    void sidewaysWithoutCode() {
        assertThat(read("side.png", Sheet.file(sideways(Sheet.with("", 150)), "png")))
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
}
