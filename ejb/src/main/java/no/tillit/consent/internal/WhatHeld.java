package no.tillit.consent.internal;

import java.time.LocalDate;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.HeldItem;
import no.tillit.consent.HeldReason;
import no.tillit.consent.Verdict;

/**
 * How an item stood on a day. A withdrawal counts from its own day on and not before: on the days between the signature and
 * the withdrawal the consent stood, though what was collected then is closed now. A verdict has no day of its own: who knows
 * of it knows that the form never counted.
 *
 * <p>Asked of {@link ConsentHistory#knownBefore}, it answers what was known then.
 */
public final class WhatHeld {
    private final ConsentHistory history;

    public WhatHeld(ConsentHistory history) {
        this.history = history;
    }

    /** How the item stood at the end of the day. */
    public HeldItem on(ConsentItem item, LocalDate day) {
        return history.speaker(item, day)
                .map(form -> on(form, item, day))
                .orElseGet(
                        () -> new HeldItem(item, null, HeldReason.NOT_ASKED, null, null, null, null, null, null, null));
    }

    private HeldItem on(SignedForm form, ConsentItem item, LocalDate day) {
        Verdict verdict = history.verdictOn(form.id()).filter(v -> !v.passed()).orElse(null);
        if (verdict != null) {
            return invalid(form, item, verdict);
        }
        if (!form.gives(item)) {
            return bySigning(form, item, ConsentState.REFUSED, HeldReason.SAID_NO);
        }
        TakenBack end =
                history.endOf(form, item).filter(e -> !e.day().isAfter(day)).orElse(null);
        if (end != null) {
            return ended(form, item, end);
        }
        return day.isAfter(form.lastDay(item, history.endsOn()))
                ? expired(form, item)
                : bySigning(form, item, ConsentState.GIVEN, HeldReason.SAID_YES);
    }

    private HeldItem bySigning(SignedForm form, ConsentItem item, ConsentState state, HeldReason reason) {
        return new HeldItem(
                item,
                state,
                reason,
                form.id(),
                form.signedOn(),
                form.gives(item) ? form.lastDay(item, history.endsOn()) : null,
                null,
                null,
                form.capturedBy(),
                form.capturedAt());
    }

    private HeldItem ended(SignedForm form, ConsentItem item, TakenBack end) {
        ConsentState state = end.endedBy().state();
        return new HeldItem(
                item,
                state,
                state == ConsentState.WITHDRAWN ? HeldReason.TAKEN_BACK : HeldReason.ENDED_BY_OTHERS,
                form.id(),
                end.day(),
                form.lastDay(item, history.endsOn()),
                end.endedBy(),
                null,
                end.by(),
                end.at());
    }

    private HeldItem expired(SignedForm form, ConsentItem item) {
        LocalDate last = form.lastDay(item, history.endsOn());
        return new HeldItem(
                item,
                ConsentState.EXPIRED,
                last.equals(history.endsOn()) ? HeldReason.PROJECT_OVER : HeldReason.PERIOD_OVER,
                form.id(),
                last.plusDays(1),
                last,
                null,
                null,
                form.capturedBy(),
                form.capturedAt());
    }

    private HeldItem invalid(SignedForm form, ConsentItem item, Verdict verdict) {
        return new HeldItem(
                item,
                ConsentState.INVALIDATED,
                verdict.check() == null ? HeldReason.RECORDED_BY_MISTAKE : HeldReason.CHECK_FAILED,
                form.id(),
                form.signedOn(),
                null,
                null,
                verdict.reason(),
                verdict.by(),
                verdict.at());
    }
}
