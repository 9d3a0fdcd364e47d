package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.consent.EndedBy;
import no.tillit.erasure.ErasureDue;
import no.tillit.kernel.Clock;
import no.tillit.participant.BlockReason;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * Ending an item ends it in every form signed before, blocks the participant when nothing is left to rest on, is told
 * to the features above, and makes an erasure due: all in one transaction, whoever ends it.
 *
 * <p>The caller holds the participant for change, so no use of the data slips in between.
 */
@ApplicationScoped
public class TakingBack {
    /**
     * That something ends.
     *
     * @param through the form it is said on; null when none is
     * @param by who records it
     */
    public record Ending(@Nullable ConsentId through, EndedBy endedBy, String by) {}

    @Inject
    private ConsentForms forms;

    @Inject
    private Standings standings;

    @Inject
    private Participants participants;

    @Inject
    private Event<ConsentWithdrawn> withdrawn;

    @Inject
    private Event<ErasureDue> erasureDue;

    @Inject
    private Clock clock;

    /** These items end; everything does when none is named. */
    public void end(ParticipantRef participant, Ending ending, Set<ConsentItem> items) {
        if (items.isEmpty()) {
            takeBackEverything(participant, ending);
        } else {
            takeBack(participant, ending, items);
        }
    }

    /** Everything ends. Does nothing when that has happened. */
    private void takeBackEverything(ParticipantRef participant, Ending ending) {
        Set<ConsentItem> standing = forms.history(participant).standing();
        boolean leaves = restsOnConsent(participant) && participant.state() == ParticipantState.ACTIVE;
        if (!standing.isEmpty() || leaves) {
            close(participant, ending, new TreeSet<>(ConsentItem.ofEachKind()), standing);
        }
    }

    /** These items end, and with them what is part of them. Does nothing for those that do not stand any more. */
    public void takeBack(ParticipantRef participant, Ending ending, Set<ConsentItem> items) {
        Set<ConsentItem> standing = forms.history(participant).standing();
        Set<ConsentItem> ended = withParts(standing, items);
        if (!ended.isEmpty()) {
            close(participant, ending, ended, standing);
        }
    }

    /** What ends with these items of those that stand: the same, all of a kind whose general item ends, and what is part of one. */
    public static Set<ConsentItem> withParts(Collection<ConsentItem> standing, Set<ConsentItem> items) {
        Set<ConsentItem> ending = new TreeSet<>();
        standing.stream()
                .filter(item -> endsWith(item, items)
                        || item.partOf().filter(items::contains).isPresent())
                .forEach(ending::add);
        return ending;
    }

    private static boolean endsWith(ConsentItem item, Set<ConsentItem> items) {
        return items.stream().anyMatch(item::isIn);
    }

    /** Whether the person's data rests on consent alone once these items have ended: then all of it goes. */
    public static boolean isWhole(ParticipantRef participant, Set<ConsentItem> standing, Set<ConsentItem> ending) {
        return restsOnConsent(participant) && ending.containsAll(standing);
    }

    private void close(ParticipantRef participant, Ending ending, Set<ConsentItem> items, Set<ConsentItem> standing) {
        Instant now = clock.now();
        items.forEach(item -> forms.add(participant.id(), new TakenBack(item, now, ending.by(), ending.endedBy())));
        Set<ConsentItem> ended = new TreeSet<>();
        standing.stream().filter(item -> endsWith(item, items)).forEach(ended::add);
        tell(
                participant,
                ending,
                ended,
                isWhole(participant, standing, ended),
                ending.endedBy().state(),
                clock.today());
    }

    /**
     * Closes what rested on items that have ended, and makes its erasure due.
     *
     * @param upTo data from this day or earlier is closed
     */
    void tell(
            ParticipantRef participant,
            Ending ending,
            Set<ConsentItem> ended,
            boolean whole,
            ConsentState how,
            LocalDate upTo) {
        standings.refresh(participant);
        if (whole) {
            participants.block(participant.id(), reason(how), clock);
        }
        Set<ConsentItem> restingOnConsent = new TreeSet<>();
        ended.stream().filter(item -> !item.mayRestOn(participant.legalBasis())).forEach(restingOnConsent::add);
        if (whole || !restingOnConsent.isEmpty()) {
            withdrawn.fire(new ConsentWithdrawn(
                    participant.project(),
                    participant.id(),
                    ending.through(),
                    restingOnConsent,
                    whole,
                    how,
                    upTo,
                    clock.now(),
                    ending.by()));
            erasureDue.fire(new ErasureDue(participant.project(), participant.id()));
        }
    }

    private static BlockReason reason(ConsentState how) {
        return switch (how) {
            case REVOKED -> BlockReason.CONSENT_REVOKED;
            case EXPIRED -> BlockReason.CONSENT_EXPIRED;
            default -> BlockReason.CONSENT_WITHDRAWN;
        };
    }

    private static boolean restsOnConsent(ParticipantRef participant) {
        return participant.legalBasis() == LegalBasis.CONSENT;
    }
}
