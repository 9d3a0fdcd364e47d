package no.tillit.consent.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.access.Role;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.participant.Participants;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PrintingFormsTest {
    private static final Map<DecodeHintType, Boolean> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = project.aParticipant();

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private TemplateVersionId draft(ReadyMade from, String name) {
        house.as("solveig", Role.PROJECT_LEAD);
        TemplateVersionId id =
                house.doing(() -> house.the(StartingTemplate.class).begin(project.id(), from, name));
        house.doing(() -> house.the(EditingTemplate.class)
                .save(id, 1, WholeTemplate.of(from.content()).forSamples(Set.of(project.consenting())), null));
        return id;
    }

    private TemplateVersionId published(ReadyMade from, String name) {
        TemplateVersionId id = draft(from, name);
        house.as("marit", Role.PRIVACY_OFFICER);
        house.doing(() -> house.the(PublishingTemplate.class).publish(id, 2));
        house.as("ingrid", Role.RESEARCHER);
        return id;
    }

    private FormPdf blank(TemplateVersionId id, FormLanguage language, boolean large) {
        return house.doing(() -> house.the(PrintingForms.class).blank(id, language, large));
    }

    private FormPdf forPerson(ParticipantId person, TemplateVersionId id) {
        return house.doing(
                () -> house.the(PrintingForms.class).forPerson(person, id, FormLanguage.NN, true, Purpose.RESEARCH));
    }

    @ParameterizedTest
    @CsvSource({
        "STUDY_PARTICIPATION, NB, false",
        "STUDY_PARTICIPATION, EN, true",
        "STUDY_PARTICIPATION_PROFESSIONALS, NN, false",
        "PLAN_SHARING, NN, true",
    })
    @DisplayName("letter and form are PDF/A-2a and PDF/UA-1 by veraPDF's judgement, in each language and size")
    void conforms(ReadyMade from, FormLanguage language, boolean large) throws Exception {
        byte[] pdf = blank(draft(from, "Mal"), language, large).pdf();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            assertThat(faults(pdf, flavour)).as(flavour.toString()).isEmpty();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
        }
    }

    @Test
    @DisplayName("every page carries the version as a code to scan and to read")
    void codes() throws Exception {
        TemplateVersionId id = published(ReadyMade.STUDY_PARTICIPATION, "Mal");
        String code = house.doing(() -> house.the(ReadingTemplates.class).open(id))
                .version()
                .code();
        FormPdf form = blank(id, FormLanguage.NB, false);
        assertThat(form.number()).isNull();
        try (PDDocument document = Loader.loadPDF(form.pdf())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                assertThat(scanned(document, page))
                        .isEqualTo("TILLIT:2:" + code + ":NB:-:" + (page + 1) + "/" + document.getNumberOfPages() + ":"
                                + document.getNumberOfPages());
                assertThat(PaperMark.read(scanned(document, page)).orElseThrow().page())
                        .isEqualTo(page + 1);
                assertThat(text(document, page)).contains("Skjema " + code + " NB");
            }
        }
    }

    @Test
    @DisplayName("a form for a person carries a number of its own, and nothing that tells who it is for")
    void forOnePerson() throws Exception {
        TemplateVersionId id = published(ReadyMade.STUDY_PARTICIPATION, "Mal");
        house.audited.clear();
        FormPdf first = forPerson(kari, id);
        FormPdf second = forPerson(kari, id);
        assertThat(first.number()).isNotNull().isNotEqualTo(second.number());
        assertThat(house.audited).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("consent-form.printed");
            assertThat(entry.participant()).isEqualTo(kari);
        });
        String pseudonym = house.doing(
                () -> house.the(Participants.class).ref(kari).pseudonym().value());
        try (PDDocument document = Loader.loadPDF(first.pdf())) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                assertThat(scanned(document, page)).contains(":NN:" + first.number() + ":");
                assertThat(text(document, page))
                        .contains("Nummer " + first.number())
                        .doesNotContain(pseudonym)
                        .doesNotContain(kari.value().toString());
            }
        }
        assertThat(first.fileName()).doesNotContain(pseudonym);
    }

    @Test
    @DisplayName("a form's number goes when everything about the person goes")
    void erased() {
        forPerson(kari, published(ReadyMade.STUDY_PARTICIPATION, "Mal"));
        ConsentForms forms = house.the(ConsentForms.class);
        assertThat(house.doing(() -> forms.countPeopleIn(project.id(), kari))).isEqualTo(1);
        assertThat(house.doing(() -> forms.removeAllOf(kari.value()))).containsExactly(kari.value());
        assertThat(house.doing(() -> forms.countPeopleIn(project.id(), kari))).isZero();
    }

    @Test
    @DisplayName("nobody gets a draft, an outdated, a foreign or an unfitting version for a person")
    void refuses() {
        TemplateVersionId draft = draft(ReadyMade.STUDY_PARTICIPATION, "Utkast");
        TemplateVersionId old = published(ReadyMade.STUDY_PARTICIPATION, "Mal");
        assertRefused("version-not-current", draft);
        house.as("solveig", Role.PROJECT_LEAD);
        TemplateId template =
                house.doing(() -> house.the(ReadingTemplates.class).open(old)).template();
        TemplateVersionId next =
                house.doing(() -> house.the(StartingTemplate.class).nextVersion(template));
        var content =
                house.doing(() -> house.the(ReadingTemplates.class).open(next)).content();
        house.doing(() -> house.the(EditingTemplate.class)
                .save(next, 1, content.forSamples(Set.of(project.byLaw())), new ReAsk(ReAsk.Whom.EVERYONE, Set.of())));
        house.as("marit", Role.PRIVACY_OFFICER);
        house.doing(() -> house.the(PublishingTemplate.class).publish(next, 2));
        house.as("ingrid", Role.RESEARCHER);
        assertRefused("version-not-current", old);
        assertRefused("version-for-others", next);
        AProject other = AProject.in(house);
        ParticipantId foreign = other.aParticipant();
        assertThatThrownBy(() -> forPerson(foreign, next)).isInstanceOf(NotFound.class);
        house.as("solveig", Role.PROJECT_LEAD);
        assertThatThrownBy(() -> forPerson(kari, next)).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("large print is set in 18 points, ordinary print in more than 11; a draft says that it is one")
    void sizes() throws Exception {
        TemplateVersionId id = draft(ReadyMade.STUDY_PARTICIPATION, "Mal");
        assertThat(mostUsed(blank(id, FormLanguage.NB, true).pdf())).isEqualTo(18);
        assertThat(mostUsed(blank(id, FormLanguage.NB, false).pdf())).isBetween(11, 12);
        try (PDDocument document =
                Loader.loadPDF(blank(id, FormLanguage.EN, false).pdf())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Draft. Not for use.");
        }
    }

    private void assertRefused(String code, TemplateVersionId id) {
        house.as("ingrid", Role.RESEARCHER);
        assertThatThrownBy(() -> forPerson(kari, id))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Set<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(1_000);
            return result.getTestAssertions().stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage())
                    .collect(Collectors.toSet());
        }
    }

    private static String scanned(PDDocument document, int page) throws IOException, NotFoundException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 200);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeMultiReader()
                .decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), HINTS)[0].getText();
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        return stripper.getText(document);
    }

    private static int mostUsed(byte[] pdf) throws IOException {
        return sizes(pdf).stream()
                .collect(Collectors.groupingBy(Math::round, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static List<Float> sizes(byte[] pdf) throws IOException {
        List<Float> sizes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    positions.forEach(p -> sizes.add(p.getFontSizeInPt()));
                }
            }.getText(document);
        }
        return sizes;
    }
}
