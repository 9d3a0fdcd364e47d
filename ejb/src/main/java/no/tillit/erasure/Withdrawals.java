package no.tillit.erasure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import no.tillit.kernel.ExtensionPoint;
import no.tillit.kernel.ParticipantId;

/**
 * What participants have withdrawn. The consent feature implements it as an {@code @ApplicationScoped} bean; on a
 * withdrawal it fires {@link ErasureDue}.
 */
@ExtensionPoint
public interface Withdrawals {
    /**
     * What the participant has withdrawn; empty when nothing. What they have given again since is among it: that opens the
     * item for new data, and does not save what was collected before.
     */
    Optional<Withdrawal> of(ParticipantId participant);

    /**
     * What a participant took back.
     *
     * @param on the day of the withdrawal; the latest when there were several
     * @param items the consent items withdrawn, in kebab case; empty when the whole consent was, so that everything
     *     about the person goes
     */
    record Withdrawal(LocalDate on, Set<String> items) {
        public Withdrawal {
            items = Set.copyOf(items);
        }
    }
}
