package no.tillit.erasure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionLine;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ErasureRequest;
import no.tillit.erasure.ManualKind;
import no.tillit.erasure.ManualStep;
import no.tillit.erasure.Reach;
import no.tillit.erasure.RecipientsToTell;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.paper.Paper;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final ParticipantId PARTICIPANT = ParticipantId.random();

    @Test
    @DisplayName("a certificate says what went, why, who decided and by when backups are unreadable, in both languages")
    void says() throws IOException {
        String text = text(Paper.render(CertificateHtml.of(facts(1))));
        assertThat(text)
                .contains("Slettebekreftelse", "Certificate of erasure", "Hjemmel", "GDPR Art 7(3), Art 17(1)(b)")
                .contains("marit", "henrik", "Dokument", "Document", "2026-12-22", "4711", "Nøklenes kontrollverdier")
                .contains("ab12".repeat(16))
                .contains("Bundet av arkivloven")
                .contains("Arkivloven bevarer noe", "Noe er sperret", "Papir", "2026-11-22, henrik")
                .contains(
                        "Veien ut 2026, 2026/17",
                        "privacy-officer",
                        "2026-11-22, jonas",
                        "En deltaker trakk samtykket sitt tilbake")
                .contains("41: bGVhZg==", "tillit/abc, 42: cm9vdA==")
                .contains("NAV Sagene (2)", "Mottakere som ikke har bekreftet", "Kunne ikke slettes")
                .doesNotContain("Cabinet of Ola");
    }

    @Test
    @DisplayName("a certificate holds no pseudonym and not the participant's id")
    void saysNothingAbout() throws IOException {
        assertThat(text(Paper.render(CertificateHtml.of(facts(1)))))
                .doesNotContain(PARTICIPANT.value().toString());
    }

    @Test
    @DisplayName("a certificate of item-wise erasure claims no destroyed key")
    void withoutKeys() throws IOException {
        assertThat(text(Paper.render(CertificateHtml.of(facts(0)))))
                .contains("Ingen deltakernøkkel er ødelagt", "Ingen mottaker venter", "Loggen kunne ikke signeres")
                .doesNotContain("2026-12-22");
    }

    @Test
    @DisplayName("a certificate is tagged, names its language and title, and embeds its fonts")
    void accessible() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Paper.render(CertificateHtml.of(facts(1))))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).startsWith("nb");
            assertThat(catalog.getOutputIntents()).isNotEmpty();
            assertThat(pdf.getDocumentInformation().getTitle()).contains("Slettebekreftelse");
            assertThat(pdf.getDocumentInformation().getSubject()).contains("Slettebekreftelse");
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("a kind that no bundle knows stands for itself, escaped")
    void unknownKind() {
        assertThat(CertificateHtml.of(facts(1))).contains("new-&lt;kind&gt;");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static CertificateFacts facts(int keys) {
        Instant at = Instant.parse("2026-11-22T09:00:00Z");
        var job = new DeletionJobSummary(
                DeletionJobId.random(),
                ProjectId.random(),
                PARTICIPANT,
                DeletionCause.WITHDRAWAL,
                List.of(),
                DAY,
                DeletionState.COMPLETED,
                2,
                "system",
                at,
                "marit",
                at,
                "henrik",
                "privacy-officer",
                at,
                null,
                null,
                null,
                null,
                null,
                at,
                new ErasureRequest(DAY, "jonas", null, null));
        return new CertificateFacts(
                job,
                "Veien ut 2026, 2026/17",
                at,
                List.of(
                        line("document", "DISPOSE", "consent-withdrawn"),
                        line("new-<kind>", "DISPOSE", "consent-withdrawn"),
                        line("document", "PRESERVE", "bound-by-archive-law"),
                        line("interview", "HOLD", "legal-claim")),
                List.of(new ManualStep(
                        UUID.randomUUID(), ManualKind.PAPER, "Cabinet of Ola", "marit", at, DAY, "henrik", at)),
                new CertificateFacts.Listed(keys == 0 ? List.of() : List.of("ab12".repeat(16)), keys, "00".repeat(32)),
                new CertificateFacts.Listed(List.of("cd34".repeat(16)), 3, "11".repeat(32)),
                new ErasureRegister.Evidence(1, 7, 7),
                new LogEvidence.Entry(
                        4711, keys == 0 ? null : new LogEvidence.Place("bGVhZg==", 41, "tillit/abc", 42, "cm9vdA==")),
                keys == 0 ? List.of() : List.of(new RecipientsToTell.Unconfirmed("NAV Sagene", 2)),
                0,
                0,
                DAY.plusDays(30),
                null);
    }

    private static DeletionLine line(String kind, String decision, String reason) {
        return new DeletionLine(kind, decision, reason, "GDPR", DAY, Reach.OWN, 3, 5, 1_000);
    }
}
