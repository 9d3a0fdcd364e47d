package no.tillit.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.consent.CheckingConsent;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.NewCheck;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.template.FormPdf;
import no.tillit.document.DocumentId;
import no.tillit.document.ReadingDocuments;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.scan.internal.ErasingScans;
import no.tillit.scan.internal.LookingForDates;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.ScanHouse;
import no.tillit.testing.TestDatabases;
import no.tillit.testing.scans.Sheet;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Scanned forms")
class ScansTest {
    private static final String FOREIGN = "TILLIT:2:0000-0000:NB:-:1/1:1";
    private Path blobs;
    private ScanHouse scans;
    private House house;
    private ParticipantId kari;
    private ParticipantId ola;

    @BeforeEach
    void somebodySigns(@TempDir Path folder) {
        blobs = folder;
        scans = ScanHouse.in(folder);
        house = scans.house();
        kari = scans.project().aParticipant();
        ola = scans.project().aParticipant();
        house.audited.clear();
    }

    private static BufferedImage[] sheets(FormPdf... forms) {
        List<BufferedImage> sheets = new ArrayList<>();
        for (FormPdf form : forms) {
            for (int page = 1; page <= Sheet.pages(form.pdf()); page++) {
                sheets.add(Sheet.scanned(form.pdf(), page, 150));
            }
        }
        return sheets.toArray(BufferedImage[]::new);
    }

    /** The page on which one signs; the letter stays with the person. */
    private static BufferedImage signed(FormPdf form) {
        return Sheet.scanned(form.pdf(), Sheet.pages(form.pdf()), 150);
    }

    private ScanBatchSummary send(String name, byte[] file) {
        scans.ingrid();
        return house.the(ReceivingScans.class)
                .receive(scans.project().id(), DocumentHouse.file(name, file), Purpose.RESEARCH);
    }

    private void scan(BufferedImage... sheets) {
        send("skanner.pdf", Sheet.pdf("", sheets));
        scans.read();
    }

    private List<ScannedFormSummary> forms(ScannedFormState... states) {
        scans.ingrid();
        return house.doing(() -> house.the(ReadingScans.class)
                .forms(scans.project().id(), Set.of(states), new PageRequest(0, 50), Purpose.RESEARCH)
                .items());
    }

    private ScannedFormSummary only() {
        List<ScannedFormSummary> all = forms();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<ScanBatchSummary> batches() {
        scans.ingrid();
        return house.doing(
                () -> house.the(ReadingScans.class).batches(scans.project().id(), Purpose.RESEARCH));
    }

    private ScannedFormDetails open(ScannedFormId id) {
        return house.doing(() -> house.the(ReadingScans.class).open(id, Purpose.RESEARCH));
    }

    private byte[] picture(ScannedPageId id) {
        var out = new ByteArrayOutputStream();
        try {
            house.doing(() -> house.the(ReadingScans.class).picture(id, Purpose.RESEARCH))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private ScannedFormSummary match(ScannedFormId id, ParticipantId person, boolean recording) {
        scans.ingrid();
        return house.the(MatchingScans.class).match(id, scans.says(person, recording, null), Purpose.RESEARCH);
    }

    private List<ConsentSummary> consents(ParticipantId person) {
        return house.doing(() -> house.the(ReadingConsents.class).of(person, Purpose.RESEARCH));
    }

    private void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    @DisplayName(
            "a batch of several forms is split, and each is proposed to whom it was printed for; the scan alone says nothing")
    void batch() {
        FormPdf first = scans.printedFor(kari);
        FormPdf second = scans.printedFor(ola);
        ScanBatchSummary sent = send("Kari og Ola.pdf", Sheet.pdf("", sheets(first, second)));
        assertThat(sent.state()).isEqualTo(ScanBatchState.WAITING);
        assertThat(forms()).isEmpty();
        scans.read();
        assertThat(batches()).singleElement().satisfies(batch -> {
            assertThat(batch.state()).isEqualTo(ScanBatchState.READ);
            assertThat(batch.pagesRead()).isEqualTo(batch.pages());
            assertThat(batch.fileName()).isEqualTo("Kari og Ola.pdf");
        });
        assertThat(forms())
                .extracting(ScannedFormSummary::state, ScannedFormSummary::participant, ScannedFormSummary::number)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(ScannedFormState.PROPOSED, kari, first.number()),
                        org.assertj.core.groups.Tuple.tuple(ScannedFormState.PROPOSED, ola, second.number()));
        assertThat(consents(kari)).isEmpty();
        assertThat(consents(ola)).isEmpty();
    }

    @Test
    @DisplayName(
            "matched, it is a consent with the scan as proof, its number is used, and a second person checks it by the scan")
    void matched() {
        FormPdf form = scans.printedFor(kari);
        scan(signed(form));
        ScannedFormSummary proposed = only();
        assertThat(proposed.state()).isEqualTo(ScannedFormState.PROPOSED);
        ScannedFormSummary matched = match(proposed.id(), kari, true);
        assertThat(matched.state()).isEqualTo(ScannedFormState.MATCHED);
        assertThat(match(proposed.id(), kari, true).consent()).isEqualTo(matched.consent());
        assertThat(consents(kari)).singleElement().satisfies(consent -> {
            assertThat(consent.id()).isEqualTo(matched.consent());
            assertThat(consent.evidence()).isNotNull();
            assertThat(consent.state()).isEqualTo(ConsentState.GIVEN);
        });
        assertThat(forms()).isEmpty();
        assertThat(batches()).isEmpty();
        UUID evidence = Objects.requireNonNull(consents(kari).get(0).evidence());
        assertThat(house.doing(() -> house.the(ReadingDocuments.class)
                        .open(new DocumentId(evidence), Purpose.RESEARCH)
                        .pages()))
                .isEqualTo(1);
        house.as("petra", Role.RESEARCHER);
        ScannedFormDetails shown = house.doing(() ->
                        house.the(ReadingScans.class).of(Objects.requireNonNull(matched.consent()), Purpose.RESEARCH))
                .orElseThrow();
        assertThat(picture(shown.pages().get(0).id())).startsWith(0xff, 0xd8);
        ConsentSummary checked = house.doing(() -> house.the(CheckingConsent.class)
                .check(
                        Objects.requireNonNull(matched.consent()),
                        new NewCheck(true, true, true, true, null, false),
                        Purpose.RESEARCH));
        assertThat(Objects.requireNonNull(checked.verdict()).passed()).isTrue();
    }

    @Test
    @DisplayName("two signatures for one number: the second scan is told apart and cannot be recorded")
    void twoSignatures() {
        FormPdf form = scans.printedFor(kari);
        scan(signed(form));
        match(only().id(), kari, true);
        send("igjen.png", Sheet.file(Sheet.scanned(form.pdf(), Sheet.pages(form.pdf()), 170), "png"));
        scans.read();
        ScannedFormSummary again = only();
        assertThat(again.reason()).isEqualTo(ByHand.NUMBER_USED);
        assertRefused("form-number-used", () -> match(again.id(), kari, false));
        assertThat(consents(kari)).hasSize(1);
        house.does(() -> house.the(SortingScans.class).discard(again.id(), Purpose.RESEARCH));
        assertThat(consents(kari))
                .singleElement()
                .satisfies(consent -> assertThat(consent.state()).isEqualTo(ConsentState.GIVEN));
    }

    @Test
    @DisplayName(
            "pages of one form come together from several files; a page that is there twice waits until one is thrown away")
    void pages() {
        FormPdf form = scans.printedFor(kari);
        assertThat(Sheet.pages(form.pdf())).isGreaterThan(1);
        send("brev.jpg", Sheet.file(Sheet.scanned(form.pdf(), 1, 150), "jpg"));
        scans.read();
        assertThat(only().reason()).isEqualTo(ByHand.PAGES_MISSING);
        send("skjema.jpg", Sheet.file(signed(form), "jpg"));
        scans.read();
        assertThat(only().state()).isEqualTo(ScannedFormState.PROPOSED);
        assertThat(only().pages()).isEqualTo(2);
        send("skjema2.jpg", Sheet.file(Sheet.scanned(form.pdf(), Sheet.pages(form.pdf()), 160), "jpg"));
        scans.read();
        ScannedFormSummary twice = only();
        assertThat(twice.reason()).isEqualTo(ByHand.PAGES_TWICE);
        assertRefused("scan-pages-twice", () -> match(twice.id(), kari, true));
        ScannedPageId last = open(twice.id()).pages().get(2).id();
        house.does(() -> house.the(SortingScans.class).discard(last, Purpose.RESEARCH));
        assertThat(only().state()).isEqualTo(ScannedFormState.PROPOSED);
    }

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
    @DisplayName("a form is recorded for the person it was printed for, and for nobody else")
    void somebodyElses() {
        scan(signed(scans.printedFor(kari)));
        assertRefused("form-of-others", () -> match(only().id(), ola, true));
        assertThat(consents(ola)).isEmpty();
        assertThat(only().state()).isEqualTo(ScannedFormState.PROPOSED);
    }

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

    private static BufferedImage turned(BufferedImage sheet) {
        var turned = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < sheet.getWidth(); x++) {
            for (int y = 0; y < sheet.getHeight(); y++) {
                turned.setRGB(sheet.getWidth() - 1 - x, sheet.getHeight() - 1 - y, sheet.getRGB(x, y));
            }
        }
        return turned;
    }

    @Test
    @DisplayName("the same file sent twice is one, until it is thrown away; then nothing of it is left")
    void twice() {
        byte[] file = Sheet.pdf("", signed(scans.printedFor(kari)));
        ScanBatchSummary first = send("en.pdf", file);
        assertThat(send("to.pdf", file).id()).isEqualTo(first.id());
        assertThat(DocumentHouse.blobsIn(blobs)).isEqualTo(1);
        scans.read();
        assertThat(send("tre.pdf", file).id()).isEqualTo(first.id());
        house.does(() -> house.the(SortingScans.class).discard(first.id(), Purpose.RESEARCH));
        assertThat(forms()).isEmpty();
        assertThat(batches()).isEmpty();
        assertThat(DocumentHouse.blobsIn(blobs)).isZero();
        assertThat(send("fire.pdf", file).id()).isNotEqualTo(first.id());
    }

    @Test
    @DisplayName("no page lies readable on the disk, and other projects see nothing of it")
    void encrypted() throws IOException {
        scan(signed(scans.printedFor(kari)));
        ScannedPageId page = open(only().id()).pages().get(0).id();
        byte[] shown = picture(page);
        try (var files = Files.walk(blobs)) {
            assertThat(files.filter(Files::isRegularFile).map(ScansTest::bytes))
                    .allSatisfy(bytes -> assertThat(bytes).doesNotContain("JFIF"));
        }
        assertThat(shown).startsWith(0xff, 0xd8);
        AProject other = AProject.in(house);
        assertThat(other.house()).isSameAs(house);
        house.as("oyvind", Role.RESEARCHER);
        assertThatThrownBy(() -> picture(page)).isInstanceOf(NotFound.class);
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName(
            "a scan goes with its person, matched or proposed; with the project everything goes, what is unread too")
    void erased() {
        scan(signed(scans.printedFor(kari)), signed(scans.printedFor(ola)), Sheet.with("", 150));
        ScannedFormSummary karis = forms().stream()
                .filter(form -> kari.equals(form.participant()))
                .findFirst()
                .orElseThrow();
        match(karis.id(), kari, true);
        send("venter.pdf", Sheet.pdf("", Sheet.with(FOREIGN, 100)));
        assertThat(erase(kari)).isEqualTo(1);
        assertThat(erase(ola)).isEqualTo(1);
        assertThat(forms())
                .singleElement()
                .satisfies(form -> assertThat(form.reason()).isEqualTo(ByHand.NO_CODE));
        assertThat(erase(null)).isGreaterThanOrEqualTo(2);
        assertThat(batches()).isEmpty();
        assertThat(forms()).isEmpty();
    }

    private int erase(@Nullable ParticipantId person) {
        LocalDate today = ScanHouse.PUBLISHED;
        var scope = new ErasureScope(scans.project().id(), person, DeletionCause.MANUAL, Set.of(), today, today);
        house.as("system", Role.SYSTEM);
        ErasingScans step = house.the(ErasingScans.class);
        List<ErasureItem> items = house.doing(() -> step.inventory(scope).toList());
        items.forEach(item -> house.doing(() -> step.erase(item)));
        assertThat(house.doing(() -> step.remaining(scope))).isZero();
        return items.size();
    }

    @Test
    @DisplayName("a scan that nobody has matched for thirty days is told")
    void overdue() {
        scan(Sheet.with("", 150));
        house.on(ScanHouse.PUBLISHED.plusDays(30));
        assertThat(only().overdue()).isFalse();
        house.on(ScanHouse.PUBLISHED.plusDays(31));
        assertThat(only().overdue()).isTrue();
        assertThat(house.doing(() -> house.the(ReadingScans.class)
                                .counts(scans.project().id(), Purpose.RESEARCH))
                        .overdue())
                .isEqualTo(1);
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
