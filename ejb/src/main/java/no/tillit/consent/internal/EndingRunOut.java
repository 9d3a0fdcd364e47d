package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import no.tillit.access.VisibleRows;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.audit.Outcome;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.EndedBy;
import no.tillit.consent.internal.Expiries.Kind;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;

/**
 * A yes that runs out closes the gate by itself on the day after its last one. What is left to do then is what a withdrawal
 * does at once: close what rested on it and propose its deletion. Before that, the project lead is warned, once.
 *
 * <p>One participant in one transaction; doing it twice changes nothing more.
 */
@ApplicationScoped
public class EndingRunOut {
    /** How long before the last day a warning is given. */
    public static final int WARNING_DAYS = 60;

    private static final String SYSTEM = "system";

    @Inject
    private Participants participants;

    @Inject
    private ConsentForms forms;

    @Inject
    private Expiries expiries;

    @Inject
    private TakingBack takingBack;

    @Inject
    private VisibleRows rows;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Who has a yes that has run out, and is not told of yet. */
    @Transactional
    public List<UUID> toEnd() {
        rows.requireEverything();
        return expiries.untold(clock.today(), Kind.ENDED);
    }

    /** Who has a yes that will run out soon, and is not told of yet. */
    @Transactional
    public List<UUID> toWarn() {
        rows.requireEverything();
        return expiries.untold(clock.today().plusDays(WARNING_DAYS + 1), Kind.WARNED);
    }

    /** Closes what rested on the participant's items that have run out. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void end(ParticipantId id) {
        held(id).ifPresent(participant -> {
            ConsentHistory history = forms.history(participant);
            Map<ConsentItem, LocalDate> over = withParts(history);
            Map<ConsentItem, LocalDate> untold = new TreeMap<>();
            over.forEach((item, last) -> {
                if (expiries.tell(participant, item, last, Kind.ENDED, clock.now())) {
                    untold.put(item, last);
                }
            });
            if (!untold.isEmpty() && participant.state() == ParticipantState.ACTIVE) {
                close(participant, history, untold);
            }
        });
    }

    /** Keeps that a participant's items will run out soon, for the project lead to see. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void warn(ParticipantId id) {
        held(id).ifPresent(participant -> forms.history(participant)
                .runOut(clock.today().plusDays(WARNING_DAYS + 1))
                .forEach((item, last) -> {
                    if (expiries.tell(participant, item, last, Kind.WARNED, clock.now())) {
                        audit.record(entry(participant, "consent.expiry-warned"));
                    }
                }));
    }

    private void close(ParticipantRef participant, ConsentHistory history, Map<ConsentItem, LocalDate> over) {
        Set<ConsentItem> standing = new TreeSet<>();
        history.standing().stream()
                .filter(item -> opens(history, item) && item.partOf().stream().allMatch(whole -> opens(history, whole)))
                .forEach(standing::add);
        LocalDate upTo = over.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        var ending = new TakingBack.Ending(null, EndedBy.PERSON, SYSTEM);
        boolean whole = TakingBack.isWhole(participant, standing, Set.of());
        takingBack.tell(participant, ending, over.keySet(), whole, ConsentState.EXPIRED, upTo);
        audit.record(entry(participant, "consent.expired"));
    }

    private boolean opens(ConsentHistory history, ConsentItem item) {
        return history.state(item, clock.today(), clock.today())
                .filter(ConsentState::opens)
                .isPresent();
    }

    /** A part that outlives its whole means nothing any more. */
    private Map<ConsentItem, LocalDate> withParts(ConsentHistory history) {
        Map<ConsentItem, LocalDate> over = history.runOut(clock.today());
        Map<ConsentItem, LocalDate> all = new TreeMap<>(over);
        for (ConsentItem item : history.decided()) {
            item.partOf().filter(over::containsKey).ifPresent(whole -> all.putIfAbsent(item, over.get(whole)));
        }
        return all;
    }

    private Optional<ParticipantRef> held(ParticipantId id) {
        return participants.find(id).map(found -> participants.holdForChange(id));
    }

    private static AuditEntry entry(ParticipantRef participant, String action) {
        return new AuditEntry(
                SYSTEM,
                SYSTEM,
                Purpose.DATA_PROTECTION,
                action,
                participant.project(),
                participant.id(),
                "participant",
                participant.id().value(),
                Outcome.ALLOWED,
                null);
    }
}
