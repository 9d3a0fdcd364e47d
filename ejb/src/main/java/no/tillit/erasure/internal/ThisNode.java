package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** This process among those that carry out deletions, until it ends: who starts anew is another, and knows of no run. */
@ApplicationScoped
public class ThisNode {
    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
