package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.erasure.ErasureDue;
import no.tillit.kernel.Clock;
import no.tillit.participant.BlockReason;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * Taking an item back ends it in every form signed before, blocks the participant when nothing is left to rest on, is told
 * to the features above, and makes an erasure due: all in one transaction.
 *
 * <p>The caller holds the participant for change, so no use of the data slips in between.
 */
@ApplicationScoped
public class TakingBack {
    @Inject
    private ConsentForms forms;

    @Inject
    private Participants participants;

    @Inject
    private Event<ConsentWithdrawn> withdrawn;

    @Inject
    private Event<ErasureDue> erasureDue;

    @Inject
    private Clock clock;

    /** The person wants out altogether. Does nothing when that has happened. */
    public void takeBackEverything(ParticipantRef participant, @Nullable ConsentId through, String by) {
        Set<ConsentItem> standing = forms.history(participant).standing();
        boolean leaves = restsOnConsent(participant) && participant.state() == ParticipantState.ACTIVE;
        if (!standing.isEmpty() || leaves) {
            close(participant, through, EnumSet.allOf(ConsentItem.class), standing, by);
        }
    }

    /** The person takes these items back, and with them what is part of them. Does nothing for those that do not stand any more. */
    public void takeBack(ParticipantRef participant, @Nullable ConsentId through, Set<ConsentItem> items, String by) {
        Set<ConsentItem> standing = forms.history(participant).standing();
        Set<ConsentItem> ending = EnumSet.noneOf(ConsentItem.class);
        standing.stream()
                .filter(item -> items.contains(item)
                        || item.partOf().filter(items::contains).isPresent())
                .forEach(ending::add);
        if (!ending.isEmpty()) {
            close(participant, through, ending, standing, by);
        }
    }

    private void close(
            ParticipantRef participant,
            @Nullable ConsentId through,
            Set<ConsentItem> items,
            Set<ConsentItem> standing,
            String by) {
        Instant now = clock.now();
        items.forEach(item -> forms.add(participant.id(), new TakenBack(item, now, by)));
        boolean whole = restsOnConsent(participant) && items.containsAll(standing);
        if (whole) {
            participants.block(participant.id(), BlockReason.CONSENT_WITHDRAWN, clock);
        }
        Set<ConsentItem> ended = EnumSet.noneOf(ConsentItem.class);
        standing.stream()
                .filter(item -> items.contains(item) && !item.mayRestOn(participant.legalBasis()))
                .forEach(ended::add);
        if (whole || !ended.isEmpty()) {
            withdrawn.fire(
                    new ConsentWithdrawn(participant.project(), participant.id(), through, ended, whole, now, by));
            erasureDue.fire(new ErasureDue(participant.project(), participant.id()));
        }
    }

    private static boolean restsOnConsent(ParticipantRef participant) {
        return participant.legalBasis() == LegalBasis.CONSENT;
    }
}
