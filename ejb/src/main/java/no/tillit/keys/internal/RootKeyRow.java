package no.tillit.keys.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the database remembers of a root key. */
public record RootKeyRow(
        int version,
        byte[] keyCheckValue,
        RootKeyState state,
        Instant createdAt,
        @Nullable Instant destroyedAt) {}
