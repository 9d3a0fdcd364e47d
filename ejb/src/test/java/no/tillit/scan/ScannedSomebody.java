package no.tillit.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.template.FormPdf;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.ScanHouse;
import no.tillit.testing.scans.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project in which kari and ola sign forms that Ingrid scans. */
abstract class ScannedSomebody {
    Path blobs;
    ScanHouse scans;
    House house;
    ParticipantId kari;
    ParticipantId ola;

    @BeforeEach
    void somebodySigns(@TempDir Path folder) {
        blobs = folder;
        scans = ScanHouse.in(folder);
        house = scans.house();
        kari = scans.project().aParticipant();
        ola = scans.project().aParticipant();
        house.audited.clear();
    }

    static BufferedImage[] sheets(FormPdf... forms) {
        List<BufferedImage> sheets = new ArrayList<>();
        for (FormPdf form : forms) {
            for (int page = 1; page <= Sheet.pages(form.pdf()); page++) {
                sheets.add(Sheet.scanned(form.pdf(), page, 150));
            }
        }
        return sheets.toArray(BufferedImage[]::new);
    }

    /** The page on which one signs; the letter stays with the person. */
    static BufferedImage signed(FormPdf form) {
        return Sheet.scanned(form.pdf(), Sheet.pages(form.pdf()), 150);
    }

    ScanBatchSummary send(String name, byte[] file) {
        scans.ingrid();
        return house.the(ReceivingScans.class)
                .receive(scans.project().id(), DocumentHouse.file(name, file), Purpose.RESEARCH);
    }

    void scan(BufferedImage... sheets) {
        send("skanner.pdf", Sheet.pdf("", sheets));
        scans.read();
    }

    List<ScannedFormSummary> forms(ScannedFormState... states) {
        scans.ingrid();
        return house.doing(() -> house.the(ReadingScans.class)
                .forms(scans.project().id(), Set.of(states), new PageRequest(0, 50), Purpose.RESEARCH)
                .items());
    }

    ScannedFormSummary only() {
        List<ScannedFormSummary> all = forms();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    List<ScanBatchSummary> batches() {
        scans.ingrid();
        return house.doing(
                () -> house.the(ReadingScans.class).batches(scans.project().id(), Purpose.RESEARCH));
    }

    ScannedFormDetails open(ScannedFormId id) {
        return house.doing(() -> house.the(ReadingScans.class).open(id, Purpose.RESEARCH));
    }

    byte[] picture(ScannedPageId id) {
        var out = new ByteArrayOutputStream();
        try {
            house.doing(() -> house.the(ReadingScans.class).picture(id, Purpose.RESEARCH))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    ScannedFormSummary match(ScannedFormId id, ParticipantId person, boolean recording) {
        scans.ingrid();
        return house.the(MatchingScans.class).match(id, scans.says(person, recording, null), Purpose.RESEARCH);
    }

    List<ConsentSummary> consents(ParticipantId person) {
        return house.doing(() -> house.the(ReadingConsents.class).of(person, Purpose.RESEARCH));
    }

    void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    static BufferedImage turned(BufferedImage sheet) {
        var turned = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < sheet.getWidth(); x++) {
            for (int y = 0; y < sheet.getHeight(); y++) {
                turned.setRGB(sheet.getWidth() - 1 - x, sheet.getHeight() - 1 - y, sheet.getRGB(x, y));
            }
        }
        return turned;
    }
}
