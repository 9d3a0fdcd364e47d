package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.api.consent.WithdrawalResource.WithdrawalForm;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ForeseeingWithdrawal;
import no.tillit.consent.WithdrawalPreview;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.consent.template.FormLanguage;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A participant withdraws without naming a form: what it will take, the withdrawal itself, and its receipt. */
@Path("/participants/{id}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
public class ParticipantWithdrawalsResource {
    @Inject
    private WithdrawingConsent withdrawing;

    @Inject
    private ForeseeingWithdrawal foreseeing;

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Withdraw, whole or by item; a body is only needed to name items")
    public List<ConsentSummary> withdraw(
            @PathParam("id") ParticipantId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable WithdrawalForm body) {
        Set<ConsentItem> items = body == null ? Set.of() : body.named();
        return withdrawing.withdraw(id, items, Purposes.required(purpose));
    }

    @GET
    @Path("preview")
    @Operation(summary = "What a withdrawal would take and leave, and why; changes nothing")
    public WithdrawalPreview preview(
            @PathParam("id") ParticipantId id,
            @QueryParam("item") @Nullable List<String> items,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        Set<ConsentItem> named = new TreeSet<>();
        if (items != null) {
            items.forEach(item -> named.add(ConsentItem.named("item", item)));
        }
        return foreseeing.preview(id, named, Purposes.required(purpose));
    }

    @GET
    @Path("receipt")
    @Produces("application/pdf")
    @Operation(summary = "The receipt of the latest withdrawal as PDF, in nb, nn or en")
    public Response receipt(
            @PathParam("id") ParticipantId id,
            @QueryParam("language") @DefaultValue("nb") String language,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        byte[] pdf = foreseeing.receipt(id, FormLanguage.of(language), Purposes.required(purpose));
        return Response.ok(pdf)
                .header("Content-Disposition", "attachment; filename=\"receipt-" + id.value() + ".pdf\"")
                .build();
    }
}
