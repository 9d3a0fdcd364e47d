package no.tillit.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.consent.CheckingConsent;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.NewCheck;
import no.tillit.consent.template.FormPdf;
import no.tillit.document.DocumentId;
import no.tillit.document.ReadingDocuments;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.scan.internal.ErasingScans;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.ScanHouse;
import no.tillit.testing.scans.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scanned forms")
class ScansTest extends ScannedSomebody {
    private static final String FOREIGN = "TILLIT:2:0000-0000:NB:-:1/1:1";

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
    @DisplayName("a form is recorded for the person it was printed for, and for nobody else")
    void somebodyElses() {
        scan(signed(scans.printedFor(kari)));
        assertRefused("form-of-others", () -> match(only().id(), ola, true));
        assertThat(consents(ola)).isEmpty();
        assertThat(only().state()).isEqualTo(ScannedFormState.PROPOSED);
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
}
