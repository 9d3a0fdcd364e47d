package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.ConsentId;
import no.tillit.consent.receipt.GivingReceipt;
import no.tillit.consent.receipt.ReceiptFormat;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The receipt of a consent that a program can read. */
@Path("/consents/{id}/receipt")
public class ConsentReceiptResource {
    @Inject
    private GivingReceipt giving;

    @GET
    @Path("{format}")
    @Produces({"application/ld+json", "application/fhir+json", "application/json"})
    @Operation(summary = "The receipt of a consent: json-ld (ISO/IEC TS 27560 with DPV terms) or fhir (R4 Consent)")
    public Response receipt(
            @PathParam("id") ConsentId id,
            @PathParam("format") String format,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        ReceiptFormat wanted = ReceiptFormat.of(format);
        return Response.ok(giving.of(id, wanted, Purposes.required(purpose)), wanted.mediaType() + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"consent-" + id.value() + wanted.ending() + "\"")
                .build();
    }
}
