package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.document.DocumentType;

/** What rests on a consent is closed together with its withdrawal, in one transaction, or neither happens (O-06). */
@ApplicationScoped
public class RestrictingDocuments {
    @Inject
    private Documents documents;

    void onWithdrawal(@Observes ConsentWithdrawn withdrawn) {
        documents.restrict(withdrawn.participant(), closedBy(withdrawn), withdrawn.upTo(), withdrawn.at());
    }

    static List<DocumentType> closedBy(ConsentWithdrawn withdrawn) {
        return Arrays.stream(DocumentType.values())
                .filter(type -> withdrawn.whole()
                        || (type.restsOn() != null && withdrawn.items().contains(type.restsOn())))
                .toList();
    }
}
