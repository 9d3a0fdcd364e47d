package no.tillit.consent.receipt;

import java.util.Arrays;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** How a receipt is written. */
public enum ReceiptFormat {
    /** ISO/IEC TS 27560 as JSON-LD in the terms of the Data Privacy Vocabulary. */
    JSON_LD("json-ld", "application/ld+json", ".jsonld"),
    /** HL7 FHIR R4, resource {@code Consent}. */
    FHIR("fhir", "application/fhir+json", ".fhir.json");

    private final String parameter;
    private final String mediaType;
    private final String ending;

    ReceiptFormat(String parameter, String mediaType, String ending) {
        this.parameter = parameter;
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** The name in an address. */
    public String parameter() {
        return parameter;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What a file of it ends with. */
    public String ending() {
        return ending;
    }

    /** @throws InvalidInput when there is no format of this name */
    public static ReceiptFormat of(@Nullable String parameter) {
        return Arrays.stream(values())
                .filter(format -> format.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("unknown-receipt", "format", "A receipt is json-ld or fhir."));
    }
}
