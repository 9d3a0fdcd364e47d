package no.tillit.consent.notice.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.consent.Recipient;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.RecipientsToTell;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;

/** Whoever something was shared with is told of its erasure, also when nobody withdrew anything (GDPR Art 19). */
@ApplicationScoped
public class NotifyingOfErasure implements RecipientsToTell {
    @Inject
    private Notices notices;

    @Inject
    private Clock clock;

    @Override
    public Set<UUID> begin(ErasureScope scope) {
        if (scope.cause() == DeletionCause.SCHEDULE) {
            return Set.of();
        }
        boolean concerned = scope.isWhole();
        ParticipantId participant = scope.participant();
        List<ParticipantId> people = participant == null ? notices.whoShared(scope.project()) : List.of(participant);
        for (ParticipantId person : people) {
            for (Recipient recipient : Recipient.of(notices.sharedOf(person))) {
                if (scope.covers(recipient.code())) {
                    concerned = true;
                    notices.addUnlessWaiting(scope.project(), person, recipient, clock.now());
                }
            }
        }
        return concerned ? notices.waitingAbout(scope.project(), participant) : Set.of();
    }

    @Override
    public List<Unconfirmed> unconfirmed(Collection<UUID> ids) {
        return notices.unconfirmed(ids);
    }
}
