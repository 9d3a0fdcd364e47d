package no.tillit.api.consent;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Taking a consent back: no reason is asked, and twice is answered as once. */
@Path("/consents/{id}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
public class WithdrawalResource {
    /**
     * What is taken back.
     *
     * @param items some of the form's items; left out, the person wants out altogether
     */
    public record WithdrawalForm(@Nullable List<String> items) {
        Set<ConsentItem> named() {
            Set<ConsentItem> named = new TreeSet<>();
            if (items != null) {
                items.forEach(item -> named.add(ConsentItem.named("items", item)));
                if (named.isEmpty()) {
                    throw new InvalidInput(
                            "missing",
                            "items",
                            "Name at least one item, or leave the field out to withdraw altogether.");
                }
            }
            return named;
        }
    }

    @Inject
    private WithdrawingConsent withdrawing;

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Withdraw a consent, whole or by item; a body is only needed to name items")
    public ConsentSummary withdraw(
            @PathParam("id") ConsentId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @Nullable WithdrawalForm body) {
        Set<ConsentItem> items = body == null ? Set.of() : body.named();
        return withdrawing.withdraw(id, items, Purposes.required(purpose));
    }
}
