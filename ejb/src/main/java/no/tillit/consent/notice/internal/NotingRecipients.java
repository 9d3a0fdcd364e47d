package no.tillit.consent.notice.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.consent.Recipient;

/** When sharing ends, each recipient goes on the list of those who have to be told, in the same transaction. */
@ApplicationScoped
public class NotingRecipients {
    @Inject
    private Notices notices;

    public void onWithdrawal(@Observes ConsentWithdrawn ended) {
        Recipient.of(ended.items()).forEach(recipient -> notices.add(ended, recipient));
    }
}
