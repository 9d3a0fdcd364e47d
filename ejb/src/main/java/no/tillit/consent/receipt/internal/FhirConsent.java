package no.tillit.consent.receipt.internal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ItemKind;
import no.tillit.consent.receipt.internal.ReceiptFacts.Point;
import no.tillit.kernel.Clock;

/**
 * A consent as HL7 FHIR R4 writes it: the base rule denies, and each item the person said yes to is a permission with its period,
 * its purpose and who receives.
 */
public final class FhirConsent {
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String ITEMS = "urn:tillit:consent-item";

    private final ReceiptFacts facts;

    private FhirConsent(ReceiptFacts facts) {
        this.facts = facts;
    }

    /** The resource as JSON. */
    public static String of(ReceiptFacts facts) {
        return JsonText.of(new FhirConsent(facts).resource());
    }

    private JsonObjectBuilder resource() {
        return Json.createObjectBuilder()
                .add("resourceType", "Consent")
                .add("id", facts.id().toString())
                .add("language", facts.language())
                .add(
                        "identifier",
                        array(Json.createObjectBuilder()
                                .add("system", "urn:ietf:rfc:3986")
                                .add("value", "urn:uuid:" + facts.id())))
                .add("status", statusOf(facts.state()))
                .add("scope", concept(TERMINOLOGY + "consentscope", isResearch() ? "research" : "treatment"))
                .add("category", array(concept("http://loinc.org", "59284-0")))
                .add(
                        "patient",
                        Json.createObjectBuilder()
                                .add(
                                        "identifier",
                                        Json.createObjectBuilder()
                                                .add("system", "urn:tillit:pseudonym")
                                                .add("value", facts.pseudonym())))
                .add("dateTime", facts.signedOn().toString())
                .add("organization", array(Json.createObjectBuilder().add("display", facts.controller())))
                .add(
                        "policy",
                        array(Json.createObjectBuilder()
                                .add("authority", "https://www.datatilsynet.no")
                                .add("uri", "http://data.europa.eu/eli/reg/2016/679/oj")))
                .add("provision", provision());
    }

    private JsonObjectBuilder provision() {
        JsonArrayBuilder rules = Json.createArrayBuilder();
        facts.points().forEach(point -> rules.add(rule(point)));
        return Json.createObjectBuilder().add("type", "deny").add("provision", rules);
    }

    private JsonObjectBuilder rule(Point point) {
        JsonObjectBuilder rule = Json.createObjectBuilder()
                .add("type", point.state() == ConsentState.GIVEN ? "permit" : "deny")
                .add("period", period(point));
        if (point.kind() == ItemKind.SHARE_PLAN && point.counterpart() != null) {
            rule.add(
                    "actor",
                    array(Json.createObjectBuilder()
                            .add("role", concept(TERMINOLOGY + "v3-ParticipationType", "IRCP"))
                            .add("reference", Json.createObjectBuilder().add("display", point.counterpart()))));
        }
        return rule.add(
                        "purpose",
                        array(Json.createObjectBuilder()
                                .add("system", TERMINOLOGY + "v3-ActReason")
                                .add("code", isResearch(point.kind()) ? "HRESCH" : "CAREMGT")))
                .add(
                        "code",
                        array(Json.createObjectBuilder()
                                .add(
                                        "coding",
                                        array(Json.createObjectBuilder()
                                                .add("system", ITEMS)
                                                .add("code", point.code())))
                                .add("text", point.label())));
    }

    private JsonObjectBuilder period(Point point) {
        String end = point.endedAt() == null
                ? point.lastDay().toString()
                : point.endedAt().atZone(Clock.ZONE).toLocalDate().toString();
        return Json.createObjectBuilder()
                .add("start", facts.signedOn().toString())
                .add(
                        "end",
                        end.compareTo(facts.signedOn().toString()) < 0
                                ? facts.signedOn().toString()
                                : end);
    }

    /** By FHIR R4; R5 calls a refusal not-done. */
    private static String statusOf(ConsentState state) {
        return switch (state) {
            case REQUESTED -> "draft";
            case REFUSED -> "rejected";
            case GIVEN -> "active";
            case EXPIRED, WITHDRAWN, REVOKED -> "inactive";
            case INVALIDATED -> "entered-in-error";
        };
    }

    private boolean isResearch() {
        return facts.points().stream().anyMatch(point -> isResearch(point.kind()));
    }

    private static boolean isResearch(ItemKind kind) {
        return switch (kind) {
            case INTERVIEW, AUDIO_RECORDING, DATA_LINKAGE, CONTACT_AGAIN -> true;
            case FOLLOW_UP, SHARE_PLAN -> false;
        };
    }

    private static JsonObjectBuilder concept(String system, String code) {
        return Json.createObjectBuilder()
                .add(
                        "coding",
                        array(Json.createObjectBuilder().add("system", system).add("code", code)));
    }

    private static JsonArrayBuilder array(JsonObjectBuilder only) {
        return Json.createArrayBuilder().add(only);
    }
}
