package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.HeldItem;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Rows;
import no.tillit.participant.ParticipantRef;

/**
 * For boards and counts: how each item stands, worked out again from forms, withdrawals and verdicts in the transaction that
 * changes one of them. The gate asks {@link ConsentHistory} and never this (ADR 0140).
 */
@ApplicationScoped
public class Standings {
    @Inject
    private Rows rows;

    @Inject
    private ConsentForms forms;

    @Inject
    private Clock clock;

    /** Works out again how the participant's items stand. The caller holds the participant for change. */
    public void refresh(ParticipantRef participant) {
        rows.change(
                "DELETE FROM consent_standing WHERE participant_id = ?",
                participant.id().value());
        ConsentHistory history = forms.history(participant);
        LocalDate today = clock.today();
        for (ConsentItem item : history.decided()) {
            HeldItem held = new WhatHeld(history).on(item, today);
            if (held.state() != null) {
                keep(participant, held, history);
            }
        }
    }

    private void keep(ParticipantRef participant, HeldItem held, ConsentHistory history) {
        boolean given = held.state() == ConsentState.GIVEN || held.state() == ConsentState.EXPIRED;
        LocalDate last = held.lastDay();
        boolean ownPeriod = given && last != null && last.isBefore(history.endsOn());
        rows.change(
                """
                INSERT INTO consent_standing (participant_id, project_id, item, counterpart, state, consent_id, since, last_day)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                participant.id().value(),
                participant.project().value(),
                held.item().stored(),
                held.item().counterpart(),
                given ? ConsentState.GIVEN.name() : String.valueOf(held.state()),
                held.consent() == null ? null : held.consent().value(),
                held.since(),
                ownPeriod ? last : null);
    }
}
