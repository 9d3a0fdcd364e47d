package no.tillit.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one item of a form stands today.
 *
 * @param withdrawnAt when the person took it back; null otherwise
 */
public record ItemState(
        ConsentItem item, ConsentState state, @Nullable Instant withdrawnAt) {}
