package no.tillit.consent.notice.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.internal.Recipients;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.RecipientsToTell;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;

/** Whoever something was shared with is told of its erasure, also when nobody withdrew anything (GDPR Art 19). */
@ApplicationScoped
public class NotifyingOfErasure implements RecipientsToTell {
    @Inject
    private Recipients recipients;

    @Inject
    private Notices notices;

    @Inject
    private Clock clock;

    @Override
    public Set<UUID> begin(ErasureScope scope) {
        if (scope.cause() == DeletionCause.SCHEDULE || !scope.covers(ConsentItem.SHARE_PLAN.kebab())) {
            return Set.of();
        }
        ParticipantId participant = scope.participant();
        List<ParticipantId> people = participant == null ? notices.whoShared(scope.project()) : List.of(participant);
        for (ParticipantId person : people) {
            recipients
                    .of(person)
                    .forEach(recipient -> notices.addUnlessWaiting(scope.project(), person, recipient, clock.now()));
        }
        return notices.waitingAbout(scope.project(), participant);
    }

    @Override
    public List<Unconfirmed> unconfirmed(Collection<UUID> ids) {
        return notices.unconfirmed(ids);
    }
}
