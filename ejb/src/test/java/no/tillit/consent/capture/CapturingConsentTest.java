package no.tillit.consent.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.tillit.access.Role;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentGate;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentRef;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.Consents;
import no.tillit.consent.EvidenceStore;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.RecordingConsent;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.EditingTemplate;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.PublishingTemplate;
import no.tillit.consent.template.ReadyMade;
import no.tillit.consent.template.StartingTemplate;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.WholeTemplate;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.seal.SealCheck;
import no.tillit.seal.SealFindings;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import no.tillit.testing.VeraPdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class CapturingConsentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 2);
    private static final String DRAWN = "100,200 140,120 180,260 220,140;400,100 420,300 440,100 460,300 480,120";
    private static final Map<String, Boolean> ANSWERS =
            Map.of("interview", true, "audio-recording", false, "contact-again", true);

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = project.aParticipant();
    private final List<byte[]> kept = new ArrayList<>();
    private boolean storeFails;

    {
        house.with(EvidenceStore.class, (ConsentRef consent, byte[] pdf, String fileName, String by) -> {
            if (storeFails) {
                throw new IllegalStateException("the disk is full");
            }
            house.the(Consents.class).evidenceAttached(consent.id(), java.util.UUID.randomUUID());
            synchronized (kept) {
                kept.add(pdf);
            }
        });
    }

    private TemplateVersionId published() {
        house.on(LocalDate.of(2026, 3, 2)).as("solveig", Role.PROJECT_LEAD);
        ReadyMade from = ReadyMade.STUDY_PARTICIPATION;
        TemplateVersionId id =
                house.doing(() -> house.the(StartingTemplate.class).begin(project.id(), from, from.name()));
        house.doing(() -> house.the(EditingTemplate.class)
                .save(id, 1, WholeTemplate.of(from.content()).forSamples(Set.of(project.consenting())), null));
        house.as("marit", Role.PRIVACY_OFFICER);
        house.doing(() -> house.the(PublishingTemplate.class).publish(id, 2));
        house.on(TODAY).as("ingrid", Role.RESEARCHER);
        return id;
    }

    private ConsentSummary capture(TemplateVersionId version, CaptureMethod method, Circumstances how) {
        return capture(version, method, how, TODAY);
    }

    private ConsentSummary capture(TemplateVersionId version, CaptureMethod method, Circumstances how, LocalDate day) {
        var form = new AnsweredForm(version, day, FormLanguage.NN, ANSWERS, null, method);
        return house.doing(() -> house.the(CapturingConsent.class).capture(kari, form, how, Purpose.RESEARCH));
    }

    private CaptureDetails details(ConsentId id) {
        return house.doing(() -> house.the(CapturingConsent.class).details(id, Purpose.RESEARCH));
    }

    private static Circumstances drawn() {
        return Circumstances.onScreen(Signature.drawn(DRAWN), null);
    }

    @Test
    @DisplayName("on screen: the document as seen and answered is sealed, archivable, and kept with its digest")
    void onScreen() throws Exception {
        ConsentSummary consent = capture(published(), CaptureMethod.SCREEN, drawn());

        assertThat(consent.method()).isEqualTo(CaptureMethod.SCREEN);
        assertThat(consent.evidence()).isNotNull();
        assertThat(consent.state()).isEqualTo(ConsentState.GIVEN);
        byte[] pdf = kept.get(0);
        SealFindings seal = SealCheck.of(pdf);
        assertThat(seal.state()).isEqualTo(SealFindings.State.INTACT);
        assertThat(VeraPdf.faults(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(VeraPdf.faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        CaptureDetails how = details(consent.id());
        assertThat(how.signature()).isEqualTo(Signature.Kind.DRAWN);
        assertThat(how.sha256()).hasSize(64);
        assertThat(how.certificate()).isEqualTo(seal.fingerprint());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("De kan ta opp lyden av samtalen.", "Signert på skjerm", "2. mai 2026");
            java.nio.file.Files.write(java.nio.file.Path.of("target", "captured-on-screen.pdf"), pdf);
        }
        house.doing(() -> house.the(ConsentGate.class).require(List.of(kari), ConsentItem.INTERVIEW, TODAY));
    }

    @Test
    @DisplayName(
            "whoever does not draw signs with a witness, who is named, in the document, too, and encrypted in the row")
    void attested() throws Exception {
        TemplateVersionId version = published();
        assertRefused("missing", version, CaptureMethod.SCREEN, Circumstances.onScreen(Signature.attested(), null));
        ConsentSummary consent =
                capture(version, CaptureMethod.SCREEN, Circumstances.onScreen(Signature.attested(), "Tolk Vitnesen"));
        assertThat(details(consent.id()).present()).isEqualTo("Tolk Vitnesen");
        assertThat(text("SELECT encode(present, 'escape') FROM consent_capture WHERE consent_id = ?", consent.id()))
                .doesNotContain("Vitnesen");
        try (var document = Loader.loadPDF(kept.get(0))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Tolk Vitnesen");
        }
    }

    @Test
    @DisplayName(
            "spoken: where the recording is, who was present, on the day of the interview, without a document of ours")
    void spoken() {
        TemplateVersionId version = published();
        ConsentSummary consent = capture(
                version,
                CaptureMethod.SPOKEN,
                Circumstances.spoken("Opptak 12, 0:00–1:10", "Ingrid"),
                TODAY.minusDays(3));
        assertThat(consent.signedOn()).isEqualTo(TODAY.minusDays(3));
        assertThat(details(consent.id()).recording()).isEqualTo("Opptak 12, 0:00–1:10");
        assertThat(kept).isEmpty();
        assertRefused("missing", version, CaptureMethod.SPOKEN, new Circumstances(null, "Ingrid", null, " "));
        assertRefused("not-for-this-method", version, CaptureMethod.SPOKEN, new Circumstances(null, "I", "x", "y"));
    }

    @Test
    @DisplayName("on behalf: who was present and why are kept, and stand in the sealed document")
    void onBehalf() throws Exception {
        TemplateVersionId version = published();
        assertRefused("missing", version, CaptureMethod.ON_BEHALF, new Circumstances(null, "Jonas", null, null));
        ConsentSummary consent =
                capture(version, CaptureMethod.ON_BEHALF, Circumstances.onBehalf("Kan ikke holde en penn", "Jonas"));
        assertThat(details(consent.id()).reason()).isEqualTo("Kan ikke holde en penn");
        try (var document = Loader.loadPDF(kept.get(0))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Kan ikke holde en penn", "Jonas");
        }
    }

    @Test
    @DisplayName("only today is signed on screen, and every item is answered")
    void today() {
        TemplateVersionId version = published();
        assertThatThrownBy(() -> capture(version, CaptureMethod.SCREEN, drawn(), TODAY.minusDays(1)))
                .isInstanceOf(InvalidInput.class)
                .hasFieldOrPropertyWithValue("code", "not-signed-today");
        var half = new AnsweredForm(
                version, TODAY, FormLanguage.NB, Map.of("interview", true), null, CaptureMethod.SCREEN);
        assertThatThrownBy(() -> house.doing(
                        () -> house.the(CapturingConsent.class).capture(kari, half, drawn(), Purpose.RESEARCH)))
                .hasFieldOrPropertyWithValue("code", "items-unanswered");
        assertThat(kept).isEmpty();
        assertThat(consents()).isEmpty();
    }

    @Test
    @DisplayName("a signature is lines: a dot, letters and a million points are refused")
    void signatures() {
        for (String wrong :
                new String[] {"1,1", "1,1 2,2", "<svg>", "1,1 2", "-1,5 1,1", "1,1;;2,2", "1,1 ".repeat(20_000)}) {
            assertThatThrownBy(() -> Signature.drawn(wrong)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> new Signature(Signature.Kind.DRAWN, null)).isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName("what cannot be kept is no consent: neither the row nor the yes is there")
    void allOrNothing() throws SQLException {
        TemplateVersionId version = published();
        storeFails = true;
        assertThatThrownBy(() -> capture(version, CaptureMethod.SCREEN, drawn()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(consents()).isEmpty();
        house.configured.put("tillit.seal.tsa.url", "http://127.0.0.1:1/down");
        storeFails = false;
        assertThat(details(capture(version, CaptureMethod.SCREEN, drawn()).id()).timestamped())
                .isFalse();
    }

    @Test
    @DisplayName("a double click, a repeated call and two people at once are one consent with one document")
    void once() throws Exception {
        TemplateVersionId version = published();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Set<ConsentId> ids = new HashSet<>();
            Callable<ConsentId> same = () -> {
                house.as("ingrid", Role.RESEARCHER);
                return capture(version, CaptureMethod.SCREEN, drawn()).id();
            };
            for (Future<ConsentId> answer :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> same).toList())) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(1);
            assertThat(kept).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        house.as("ingrid", Role.RESEARCHER);
        assertThat(consents()).hasSize(1);
    }

    @Test
    @DisplayName("the same answers on paper and on screen on one day are one consent, whichever came first")
    void paperFirst() {
        TemplateVersionId version = published();
        var paper = new AnsweredForm(version, TODAY, FormLanguage.NN, ANSWERS, null);
        ConsentSummary first =
                house.doing(() -> house.the(RecordingConsent.class).record(kari, paper, Purpose.RESEARCH));
        assertThat(capture(version, CaptureMethod.SCREEN, drawn()).id()).isEqualTo(first.id());
        assertThat(kept).isEmpty();
        assertThatThrownBy(() -> details(first.id())).isInstanceOf(Conflict.class);
    }

    private List<ConsentSummary> consents() {
        return house.doing(() -> house.the(ReadingConsents.class).of(kari, Purpose.RESEARCH));
    }

    private void assertRefused(String code, TemplateVersionId version, CaptureMethod method, Circumstances how) {
        assertThatThrownBy(() -> capture(version, method, how))
                .isInstanceOf(InvalidInput.class)
                .hasFieldOrPropertyWithValue("code", code);
    }

    private static @Nullable String text(String sql, ConsentId id) throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, id.value());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
