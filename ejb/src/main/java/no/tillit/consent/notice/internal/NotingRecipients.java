package no.tillit.consent.notice.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.consent.internal.Recipients;

/** When sharing ends, each recipient goes on the list of those who have to be told, in the same transaction. */
@ApplicationScoped
public class NotingRecipients {
    @Inject
    private Recipients recipients;

    @Inject
    private Notices notices;

    public void onWithdrawal(@Observes ConsentWithdrawn ended) {
        if (ended.whole() || ended.items().contains(ConsentItem.SHARE_PLAN)) {
            recipients.of(ended.participant()).forEach(recipient -> notices.add(ended, recipient));
        }
    }
}
