package no.tillit.consent;

import java.time.LocalDate;
import java.util.List;
import no.tillit.kernel.ParticipantId;

/**
 * What a participant had agreed to on a day, as it was known at the end of a day. The two may differ: a form is recorded
 * late, a check finds that another does not count.
 *
 * @param on the day it is about
 * @param knownOn the day whose knowledge answers
 * @param items one line for each item
 */
public record HeldConsents(ParticipantId participant, LocalDate on, LocalDate knownOn, List<HeldItem> items) {
    public HeldConsents {
        items = List.copyOf(items);
    }
}
