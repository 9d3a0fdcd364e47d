package no.tillit.testing;

import java.util.UUID;
import no.tillit.erasure.internal.ThisNode;
import org.jspecify.annotations.Nullable;

/** Several nodes in one house: a thread is of the one that it says, and those that it starts with it; all others are of the first. */
public final class Nodes extends ThisNode {
    private final ThreadLocal<@Nullable UUID> here = new InheritableThreadLocal<>();

    @Override
    public UUID id() {
        UUID said = here.get();
        return said == null ? super.id() : said;
    }

    public boolean isFirst() {
        return here.get() == null;
    }

    /** From now on this thread is of this node; null for the first. */
    public void be(@Nullable UUID node) {
        here.set(node);
    }
}
