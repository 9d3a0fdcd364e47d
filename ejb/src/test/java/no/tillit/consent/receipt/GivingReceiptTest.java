package no.tillit.consent.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.CheckingConsent;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.InvalidReason;
import no.tillit.consent.NewConsent;
import no.tillit.consent.RecordingConsent;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.EditingTemplate;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.PublishingTemplate;
import no.tillit.consent.template.ReadyMade;
import no.tillit.consent.template.StartingTemplate;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.WholeTemplate;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GivingReceiptTest {
    private static final FhirContext FHIR = FhirContext.forR4();
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 2);

    /** What the guide to ISO/IEC TS 27560 asks of every process. */
    private static final List<String> MANDATORY = List.of(
            "dpv:hasPurpose",
            "dpv:hasPersonalData",
            "dpv:hasProcessing",
            "dpv:hasDataController",
            "dpv:hasDataSource",
            "dpv:hasStorageCondition",
            "dpv:hasRecipient",
            "dpv:hasLegalBasis",
            "dpv:hasConsentStatus");

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = project.aParticipant();

    private ConsentId study() {
        house.on(LocalDate.of(2026, 3, 2)).as("solveig", Role.PROJECT_LEAD);
        ReadyMade from = ReadyMade.STUDY_PARTICIPATION;
        TemplateVersionId version =
                house.doing(() -> house.the(StartingTemplate.class).begin(project.id(), from, from.name()));
        house.doing(() -> house.the(EditingTemplate.class)
                .save(version, 1, WholeTemplate.of(from.content()).forSamples(Set.of(project.consenting())), null));
        house.as("marit", Role.PRIVACY_OFFICER);
        house.doing(() -> house.the(PublishingTemplate.class).publish(version, 2));
        house.on(TODAY).as("ingrid", Role.RESEARCHER);
        var form = new AnsweredForm(
                version,
                TODAY,
                FormLanguage.NN,
                Map.of("interview", true, "audio-recording", false, "contact-again", true),
                null);
        return house.doing(() -> house.the(RecordingConsent.class)
                .record(kari, form, Purpose.RESEARCH)
                .id());
    }

    private String receipt(ConsentId id, ReceiptFormat format) {
        house.as("ingrid", Role.RESEARCHER);
        return house.doing(() -> house.the(GivingReceipt.class).of(id, format, Purpose.RESEARCH));
    }

    private JsonObject json(ConsentId id) {
        return Json.createReader(new StringReader(receipt(id, ReceiptFormat.JSON_LD)))
                .readObject();
    }

    private Consent fhir(ConsentId id) {
        IParser parser = FHIR.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        return parser.parseResource(Consent.class, receipt(id, ReceiptFormat.FHIR));
    }

    private static List<String> statuses(JsonObject receipt) {
        List<String> all = new ArrayList<>();
        receipt.getJsonArray("dpv:hasProcess")
                .forEach(process -> all.add(((JsonString) process.asJsonObject()
                                .getJsonArray("dpv:hasConsentStatus")
                                .getJsonObject(0)
                                .getJsonArray("@type")
                                .get(0))
                        .getString()));
        return all;
    }

    @Test
    @DisplayName("the 27560 receipt has all that the guide asks for, item by item, in the words that were answered")
    void iso() {
        ConsentId id = study();
        JsonObject receipt = json(id);
        assertThat(receipt.getString("dct:conformsTo")).startsWith("dpv-27560:");
        assertThat(receipt.getString("dpv:hasIdentifier")).isEqualTo(id.value().toString());
        assertThat(receipt.getString("dct:language")).isEqualTo("nn");
        assertThat(receipt.getJsonObject("dpv:hasDataSubject").getString("dpv:hasIdentifier"))
                .matches("D-\\d+-\\d");
        String creator = receipt.getString("dct:creator");
        assertThat(receipt.getJsonObject("dpv:hasEntity").keySet()).contains(creator);
        receipt.getJsonArray("dpv:hasProcess")
                .forEach(process -> assertThat(process.asJsonObject().keySet()).containsAll(MANDATORY));
        assertThat(statuses(receipt)).containsExactly("dpv:ConsentGiven", "dpv:ConsentRefused", "dpv:ConsentGiven");
        assertThat(receipt(id, ReceiptFormat.JSON_LD)).contains("De kan ta opp lyden av samtalen.");
        Set<String> prefixes = receipt.getJsonObject("@context").keySet();
        assertThat(receipt.toString()).doesNotContain(kari.value().toString());
        receipt.keySet().stream()
                .filter(key -> !key.startsWith("@"))
                .forEach(key -> assertThat(prefixes).contains(key.substring(0, key.indexOf(':'))));
    }

    @Test
    @DisplayName("the FHIR receipt is a Consent that HAPI's strict parser reads: denied but for what was given")
    void fhirR4() {
        ConsentId id = study();
        Consent consent = fhir(id);
        assertThat(consent.getStatus()).isEqualTo(Consent.ConsentState.ACTIVE);
        assertThat(consent.getScope().getCodingFirstRep().getCode()).isEqualTo("research");
        assertThat(consent.getCategory()).isNotEmpty();
        assertThat(consent.getPolicy()).isNotEmpty();
        assertThat(consent.getPatient().getIdentifier().getValue()).matches("D-\\d+-\\d");
        assertThat(consent.getProvision().getType()).isEqualTo(Consent.ConsentProvisionType.DENY);
        assertThat(consent.getProvision().getProvision())
                .extracting(rule -> rule.getType())
                .containsExactly(
                        Consent.ConsentProvisionType.PERMIT,
                        Consent.ConsentProvisionType.DENY,
                        Consent.ConsentProvisionType.PERMIT);
        assertThat(consent.getProvision().getProvision().get(0).getPeriod().getStart())
                .isNotNull();
    }

    @Test
    @DisplayName(
            "after a withdrawal of everything both say so, with when; a refusal and an invalid form are told apart")
    void states() {
        ConsentId id = study();
        house.on(TODAY.plusDays(3));
        house.doing(() ->
                house.the(WithdrawingConsent.class).withdraw(id, Set.of(ConsentItem.INTERVIEW), Purpose.RESEARCH));
        assertThat(statuses(json(id)))
                .containsExactly("dpv:ConsentWithdrawn", "dpv:ConsentRefused", "dpv:ConsentGiven");
        assertThat(fhir(id).getProvision().getProvision().get(0).getPeriod().getEnd())
                .isNotNull();

        house.as("solveig", Role.PROJECT_LEAD);
        house.doing(() -> house.the(CheckingConsent.class)
                .invalidate(id, InvalidReason.WRONG_PERSON, Purpose.PROJECT_ADMINISTRATION));
        assertThat(fhir(id).getStatus()).isEqualTo(Consent.ConsentState.ENTEREDINERROR);
        assertThat(statuses(json(id))).containsOnly("dpv:ConsentInvalidated");
    }

    @Test
    @DisplayName("a form that was not made here has a receipt, too, and a form that says no is rejected")
    void fromElsewhere() {
        house.on(TODAY).as("ingrid", Role.RESEARCHER);
        Map<ConsentItem, Boolean> no = new HashMap<>(Map.of(ConsentItem.INTERVIEW, false));
        ConsentId id = house.doing(() -> house.the(RecordingConsent.class)
                .record(kari, new NewConsent(TODAY, no, CaptureMethod.PAPER, "en", "Invented 1"), Purpose.RESEARCH)
                .id());
        assertThat(fhir(id).getStatus()).isEqualTo(Consent.ConsentState.REJECTED);
        assertThat(statuses(json(id))).containsExactly("dpv:ConsentRefused");
        assertThat(receipt(id, ReceiptFormat.JSON_LD)).contains("\"skos:prefLabel\": \"Interview");
    }

    @Test
    @DisplayName("there is no other format")
    void formats() {
        assertThatThrownBy(() -> ReceiptFormat.of("xml")).isInstanceOf(InvalidInput.class);
        assertThat(ReceiptFormat.of("fhir")).isEqualTo(ReceiptFormat.FHIR);
    }
}
