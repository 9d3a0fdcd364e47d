package no.tillit.consent.receipt.internal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ItemKind;
import no.tillit.consent.receipt.internal.ReceiptFacts.Point;
import no.tillit.project.DataCategory;

/**
 * A consent receipt by ISO/IEC TS 27560:2023 as the W3C community's guide implements it with the Data Privacy Vocabulary 2: each item
 * is a process with its own purpose, data, recipients, duration and status.
 */
public final class Iso27560 {
    private static final String CONTROLLER = "urn:tillit:controller";

    private final ReceiptFacts facts;

    private Iso27560(ReceiptFacts facts) {
        this.facts = facts;
    }

    /** The receipt as JSON-LD. */
    public static String of(ReceiptFacts facts) {
        return JsonText.of(new Iso27560(facts).receipt());
    }

    private JsonObjectBuilder receipt() {
        JsonArrayBuilder processes = Json.createArrayBuilder();
        facts.points().forEach(point -> processes.add(process(point)));
        JsonObjectBuilder notice = Json.createObjectBuilder()
                .add("@type", strings("dpv:ConsentNotice"))
                .add("dpv:hasIdentifier", facts.form() == null ? "unknown" : facts.form())
                .add("dct:language", facts.language());
        return Json.createObjectBuilder()
                .add("@context", context())
                .add("@id", "urn:uuid:" + facts.id())
                .add("@type", strings("dpv:ConsentReceipt"))
                .add("dct:conformsTo", "dpv-27560:receipt-eu-gdpr")
                .add("dpv:hasIdentifier", facts.id().toString())
                .add("dpv:hasDataSubject", subject())
                .add("dct:created", facts.capturedAt().toString())
                .add("dct:issued", facts.at().toString())
                .add("dct:creator", CONTROLLER)
                .add("dct:language", facts.language())
                .add("dpv:hasJurisdiction", strings("loc:NO"))
                .add("dpv:hasNotice", Json.createArrayBuilder().add(notice))
                .add("dpv:hasProcess", processes)
                .add(
                        "dpv:hasRight",
                        strings(
                                "eu-gdpr:A7-3",
                                "eu-gdpr:A15",
                                "eu-gdpr:A16",
                                "eu-gdpr:A17",
                                "eu-gdpr:A18",
                                "eu-gdpr:A20",
                                "eu-gdpr:A77"))
                .add("dpv:hasEntity", entities());
    }

    private static JsonObjectBuilder context() {
        return Json.createObjectBuilder()
                .add("dpv", "https://w3id.org/dpv#")
                .add("pd", "https://w3id.org/dpv/pd#")
                .add("loc", "https://w3id.org/dpv/loc#")
                .add("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#")
                .add("dpv-27560", "https://w3id.org/dpv/schema/dpv-27560#")
                .add("dct", "http://purl.org/dc/terms/")
                .add("skos", "http://www.w3.org/2004/02/skos/core#")
                .add("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    }

    private JsonObjectBuilder subject() {
        return Json.createObjectBuilder()
                .add("@type", strings("dpv:DataSubject"))
                .add("dpv:hasIdentifier", facts.pseudonym());
    }

    private JsonObjectBuilder entities() {
        JsonObjectBuilder entities = Json.createObjectBuilder()
                .add(
                        CONTROLLER,
                        Json.createObjectBuilder()
                                .add("@type", strings("dpv:DataController"))
                                .add("dpv:hasName", facts.controller()));
        facts.points().stream()
                .filter(point -> point.counterpart() != null)
                .forEach(point -> entities.add(
                        entity(point),
                        Json.createObjectBuilder()
                                .add("@type", strings(sends(point) ? "dpv:ThirdParty" : "dpv:DataSource"))
                                .add("dpv:hasName", String.valueOf(point.counterpart()))));
        return entities;
    }

    private JsonObjectBuilder process(Point point) {
        JsonObjectBuilder purpose = Json.createObjectBuilder()
                .add("@type", strings("dpv:Purpose"))
                .add("skos:broader", strings(purposeOf(point.kind())))
                .add("skos:prefLabel", point.label())
                .add("skos:definition", point.purpose());
        JsonArrayBuilder recipients = Json.createArrayBuilder().add(CONTROLLER);
        if (sends(point) && point.counterpart() != null) {
            recipients.add(entity(point));
        }
        return Json.createObjectBuilder()
                .add("@type", "dpv:Process")
                .add("dpv:hasIdentifier", point.code())
                .add("dpv:hasPurpose", Json.createArrayBuilder().add(purpose))
                .add("dpv:hasPersonalData", personalData(point))
                .add("dpv:hasProcessing", strings(processingOf(point.kind()).toArray(String[]::new)))
                .add("dpv:hasDataController", strings(CONTROLLER))
                .add(
                        "dpv:hasDataSource",
                        point.kind() == ItemKind.DATA_LINKAGE
                                ? strings("dpv:DataSubjectDataSource", "dpv:ThirdPartyDataSource")
                                : strings("dpv:DataSubjectDataSource"))
                .add("dpv:hasStorageCondition", Json.createArrayBuilder().add(storage(point)))
                .add("dpv:hasRecipient", recipients)
                .add("dpv:hasLegalBasis", strings("dpv:Consent", "eu-gdpr:A6-1-a"))
                .add("dpv:hasConsentStatus", Json.createArrayBuilder().add(status(point)));
    }

    private static JsonObjectBuilder storage(Point point) {
        return Json.createObjectBuilder()
                .add("@type", strings("dpv:StorageLocation", "dpv:StorageDuration"))
                .add("dpv:hasLocation", "loc:NO")
                .add("dpv:hasDuration", until(point));
    }

    private static JsonObjectBuilder until(Point point) {
        return Json.createObjectBuilder()
                .add("@type", "dpv:UntilTimeDuration")
                .add("rdf:value", point.lastDay().toString());
    }

    private JsonObjectBuilder status(Point point) {
        Instant when = point.endedAt() == null ? facts.capturedAt() : point.endedAt();
        return Json.createObjectBuilder()
                .add("@type", strings(statusOf(point.state()), "dpv:ExplicitlyExpressedConsent"))
                .add("dpv:isIndicatedAtTime", when.toString())
                .add("dct:date", facts.signedOn().toString())
                .add(
                        "dpv:isExercisedAt",
                        "urn:tillit:"
                                + facts.method()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'))
                .add("dpv:hasDuration", until(point));
    }

    private static JsonArrayBuilder personalData(Point point) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        point.categories().stream()
                .sorted()
                .forEach(category -> data.add(Json.createObjectBuilder()
                        .add("@type", strings(kindOf(category)))
                        .add("skos:broader", strings(conceptsOf(category).toArray(String[]::new)))));
        if (point.categories().isEmpty()) {
            data.add(Json.createObjectBuilder()
                    .add("@type", strings("dpv:PersonalData"))
                    .add("skos:broader", strings("pd:LifeHistory")));
        }
        return data;
    }

    private static String kindOf(DataCategory category) {
        return switch (category) {
            case GENERAL -> "dpv:PersonalData";
            case CRIMINAL_OFFENCE -> "dpv:SensitivePersonalData";
            default -> "dpv:SpecialCategoryPersonalData";
        };
    }

    private static List<String> conceptsOf(DataCategory category) {
        return switch (category) {
            case GENERAL -> List.of("pd:LifeHistory");
            case CRIMINAL_OFFENCE -> List.of("pd:CriminalOffense");
            case HEALTH -> List.of("pd:MedicalHealth");
            case ETHNIC_ORIGIN -> List.of("pd:EthnicOrigin");
            case BELIEF -> List.of("pd:PoliticalAffiliation", "pd:ReligiousBelief", "pd:TradeUnionMembership");
            case SEXUALITY -> List.of("pd:Sexual");
        };
    }

    private static String purposeOf(ItemKind kind) {
        return switch (kind) {
            case INTERVIEW, AUDIO_RECORDING, DATA_LINKAGE -> "dpv:AcademicResearch";
            case CONTACT_AGAIN -> "dpv:CommunicationManagement";
            case FOLLOW_UP, SHARE_PLAN -> "dpv:ServiceProvision";
        };
    }

    private static List<String> processingOf(ItemKind kind) {
        return switch (kind) {
            case INTERVIEW, FOLLOW_UP -> List.of("dpv:Collect", "dpv:Store", "dpv:Use");
            case AUDIO_RECORDING -> List.of("dpv:Record", "dpv:Store", "dpv:Use");
            case CONTACT_AGAIN -> List.of("dpv:Store", "dpv:Use");
            case SHARE_PLAN -> List.of("dpv:Share");
            case DATA_LINKAGE -> List.of("dpv:Combine", "dpv:Use");
        };
    }

    private static String statusOf(ConsentState state) {
        return switch (state) {
            case REQUESTED -> "dpv:ConsentRequested";
            case REFUSED -> "dpv:ConsentRefused";
            case GIVEN -> "dpv:ConsentGiven";
            case EXPIRED -> "dpv:ConsentExpired";
            case WITHDRAWN -> "dpv:ConsentWithdrawn";
            case REVOKED -> "dpv:ConsentRevoked";
            case INVALIDATED -> "dpv:ConsentInvalidated";
        };
    }

    private static boolean sends(Point point) {
        return point.kind() == ItemKind.SHARE_PLAN;
    }

    private static String entity(Point point) {
        return "urn:tillit:entity:" + point.code().substring(point.code().lastIndexOf('/') + 1);
    }

    private static JsonArrayBuilder strings(String... values) {
        return Json.createArrayBuilder(List.of(values));
    }
}
