package no.tillit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.DeletionState;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.retention.HoldAudience;
import no.tillit.retention.Holding;
import no.tillit.retention.NewHold;
import no.tillit.testing.Deletions;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.ScanHouse;
import no.tillit.testing.TestDatabases;
import no.tillit.testing.scans.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The scanned form of somebody who is erased")
class ScansOfErasedTest {
    private static final List<String> TABLES = List.of("scan_batch", "scanned_form", "scanned_page");

    private final Map<String, List<String>> backup = new HashMap<>();
    private ScanHouse scans;
    private House house;
    private Deletions deletions;
    private ParticipantId kari;

    @BeforeEach
    void somebodySigns(@TempDir Path folder) {
        scans = ScanHouse.in(folder);
        house = scans.house();
        deletions = new Deletions(house, scans.project().id(), folder);
        kari = scans.project().aParticipant();
    }

    @Test
    @DisplayName("goes again when an older copy brings it back in nobody's name, under the project's key")
    void backInNobodysName() throws SQLException {
        send();
        scans.read();
        backUp();
        matchToKari();
        DeletionPreview done = deletions.carryOut(kari);
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(forms()).isEmpty();
        restore();
        assertThat(forms()).hasSize(1);
        assertThat(deletions.repeat(done.job().id())).isTrue();
        assertThat(forms()).isEmpty();
        assertThat(deletions.repeat(done.job().id())).isFalse();
    }

    @Test
    @DisplayName("goes again when an older copy brings back the file it came in, that nobody had read yet")
    void backInItsFile() throws SQLException {
        send();
        backUp();
        scans.read();
        matchToKari();
        DeletionPreview done = deletions.carryOut(kari);
        restore();
        assertThat(batches()).hasSize(1);
        assertThat(deletions.repeat(done.job().id())).isTrue();
        assertThat(batches()).isEmpty();
        scans.read();
        assertThat(forms()).isEmpty();
    }

    @Test
    @DisplayName("leaves the file it came in while others' forms in it wait, also at every later start")
    void othersWait() {
        send(Sheet.with("", 150), signedByKari());
        scans.read();
        DeletionPreview done = deletions.carryOut(kari);
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(deletions.repeat(done.job().id())).isFalse();
        assertThat(batches()).hasSize(1);
        assertThat(forms()).hasSize(1);
    }

    @Test
    @DisplayName("stays while the person is held, though everything else in the project goes, its file too")
    void held() {
        send(signedByKari(), Sheet.with("", 150));
        scans.read();
        assertThat(forms()).hasSize(2);
        house.as("marit", Role.PRIVACY_OFFICER);
        LocalDate review = ScanHouse.PUBLISHED.plusMonths(3);
        house.doing(() -> house.the(Holding.class)
                .place(
                        scans.project().id(),
                        new NewHold(kari, null, null, "Tvist", "§ 1", review, HoldAudience.PROJECT),
                        Purpose.DATA_PROTECTION));
        DeletionPreview done = deletions.carryOut(null);
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(done.lines())
                .filteredOn(line -> line.kind().equals("scan") && !line.erases())
                .singleElement()
                .satisfies(line -> assertThat(line.records()).isEqualTo(1));
        assertThat(forms())
                .singleElement()
                .satisfies(form -> assertThat(form.participant()).isEqualTo(kari));
        assertThat(batches()).isEmpty();
    }

    private BufferedImage signedByKari() {
        byte[] form = scans.printedFor(kari).pdf();
        return Sheet.scanned(form, Sheet.pages(form), 150);
    }

    private void send(BufferedImage... sheets) {
        var pages = sheets.length == 0 ? new BufferedImage[] {Sheet.with("", 150)} : sheets;
        scans.ingrid();
        house.the(ReceivingScans.class)
                .receive(
                        scans.project().id(),
                        DocumentHouse.file("skanner.pdf", Sheet.pdf("", pages)),
                        Purpose.RESEARCH);
    }

    private void matchToKari() {
        scans.ingrid();
        house.the(MatchingScans.class).match(forms().get(0).id(), scans.says(kari, true, null), Purpose.RESEARCH);
    }

    private List<ScannedFormSummary> forms() {
        scans.ingrid();
        return house.doing(() -> house.the(ReadingScans.class)
                .forms(scans.project().id(), Set.of(), new PageRequest(0, 50), Purpose.RESEARCH)
                .items());
    }

    private List<ScanBatchSummary> batches() {
        scans.ingrid();
        return house.doing(
                () -> house.the(ReadingScans.class).batches(scans.project().id(), Purpose.RESEARCH));
    }

    private void backUp() throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (var rows = statement.executeQuery(
                        "SELECT to_jsonb(t)::text FROM " + table + " t WHERE project_id = '" + project() + "'")) {
                    while (rows.next()) {
                        backup.computeIfAbsent(table, name -> new ArrayList<>()).add(rows.getString(1));
                    }
                }
            }
        }
    }

    private void restore() throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection()) {
            for (String table : TABLES) {
                for (String row : backup.getOrDefault(table, List.of())) {
                    try (var insert = connection.prepareStatement("INSERT INTO " + table
                            + " SELECT * FROM jsonb_populate_record(NULL::" + table + ", ?::jsonb)")) {
                        insert.setString(1, row);
                        insert.executeUpdate();
                    }
                }
            }
        }
    }

    private UUID project() {
        return scans.project().id().value();
    }
}
