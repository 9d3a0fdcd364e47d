package no.tillit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import no.tillit.consent.template.FormPdf;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.ScanHouse;
import no.tillit.testing.TestDatabases;
import no.tillit.testing.scans.Sheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Scans that cannot be read, and readers that end")
class ScanFaultsTest extends ScannedSomebody {
    @Test
    @DisplayName(
            "upside down is turned; empty, locked, broken and unknown files are refused with their reason, and leave nothing")
    void badFiles() {
        FormPdf form = scans.printedFor(kari);
        send("opp-ned.png", Sheet.file(turned(signed(form)), "png"));
        send("tom.pdf", Sheet.pdf("", Sheet.blank(100), Sheet.blank(100)));
        send("laast.pdf", Sheet.pdf("hemmelig", Sheet.with("", 100)));
        send("ødelagt.pdf", "%PDF-1.7 og ikke mer".getBytes(StandardCharsets.UTF_8));
        assertRefused("type-not-allowed", () -> send("brev.docx", new byte[] {1}));
        assertRefused("type-mismatch", () -> send("brev.pdf", "Hei".getBytes(StandardCharsets.UTF_8)));
        assertRefused("empty-file", () -> send("brev.pdf", new byte[0]));
        scans.read();
        assertThat(only().participant()).isEqualTo(kari);
        assertThat(batches())
                .extracting(ScanBatchSummary::refusal)
                .containsExactlyInAnyOrder(null, "empty-scan", "encrypted-file", "damaged-file");
        assertThat(DocumentHouse.blobsIn(blobs)).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "a node that was killed while it read is let time to come back; then another goes on with the next page")
    void nodeKilled() throws SQLException {
        FormPdf form = scans.printedFor(kari);
        ScanBatchSummary sent = send("to-sider.pdf", Sheet.pdf("", Sheet.with("", 100), signed(form)));
        leftBehind(sent, "2026-03-02T08:01:00Z");
        scans.read();
        assertThat(forms()).isEmpty();
        leftBehind(sent, "2026-03-02T07:59:00Z");
        scans.read();
        assertThat(only().participant()).isEqualTo(kari);
        assertThat(batches())
                .singleElement()
                .satisfies(batch -> assertThat(batch.pagesRead()).isEqualTo(2));
    }

    /** As a node leaves it that has read the first page and said that it would say something by then. */
    private static void leftBehind(ScanBatchSummary batch, String until) throws SQLException {
        try (var owner = TestDatabases.tillitOwner().getConnection();
                var update = owner.prepareStatement(
                        "UPDATE scan_batch SET state = 'READING', pages = 2, pages_read = 1, attempts = 1,"
                                + " reading_until = ?::timestamptz WHERE id = ?")) {
            update.setString(1, until);
            update.setObject(2, batch.id().value());
            update.executeUpdate();
        }
    }

    @Test
    @DisplayName("a reader that is killed is started again with the next page; one that always ends is given up")
    void readerKilled(@TempDir Path folder) {
        ScanHouse short_ = ScanHouse.in(folder, Map.of("tillit.reader.heap", "2m"));
        ParticipantId someone = short_.project().aParticipant();
        FormPdf form = short_.printedFor(someone);
        ScanBatchSummary sent = short_.house()
                .the(ReceivingScans.class)
                .receive(
                        short_.project().id(),
                        DocumentHouse.file("stor.pdf", Sheet.pdf("", signed(form))),
                        Purpose.RESEARCH);
        short_.read();
        short_.ingrid();
        assertThat(short_.house()
                        .doing(() -> short_.house().the(ReadingScans.class).batch(sent.id(), Purpose.RESEARCH))
                        .refusal())
                .isEqualTo("damaged-file");
        assertThat(DocumentHouse.blobsIn(folder)).isZero();
    }
}
