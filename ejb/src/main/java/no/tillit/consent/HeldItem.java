package no.tillit.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How one item stood on a day, as it was known on a day, and why.
 *
 * @param state null when no form signed by the day decides the item
 * @param consent the form that speaks; null when none does
 * @param since the day from which it stood so: of signing, of the withdrawal, or the day after the last one
 * @param lastDay the last day on which a yes holds; null when nobody said yes
 * @param endedBy who took it back; null when nobody had
 * @param invalid why the form does not count; null when it counts
 * @param by who recorded what made it so; null when nothing was recorded
 * @param recordedAt when that was recorded; null when nothing was
 */
public record HeldItem(
        ConsentItem item,
        @Nullable ConsentState state,
        HeldReason reason,
        @Nullable ConsentId consent,
        @Nullable LocalDate since,
        @Nullable LocalDate lastDay,
        @Nullable EndedBy endedBy,
        @Nullable InvalidReason invalid,
        @Nullable String by,
        @Nullable Instant recordedAt) {}
