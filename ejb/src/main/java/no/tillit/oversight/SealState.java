package no.tillit.oversight;

import no.tillit.audit.LogCheck;
import no.tillit.audit.SealedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * How the log stands.
 *
 * @param seal the furthest checkpoint; null before the first
 * @param check what the last check found; null before the first
 */
public record SealState(
        @Nullable SealedCheckpoint seal, @Nullable LogCheck check) {}
