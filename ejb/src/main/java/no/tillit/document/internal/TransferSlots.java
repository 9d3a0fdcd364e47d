package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import no.tillit.document.TransferRefused;
import no.tillit.kernel.Settings;

/**
 * Files on their way up or down hold a thread each for as long as their sender or reader likes, so there are only so many
 * at a time: of one person ({@code tillit.transfers.each}), and in all ({@code tillit.transfers}), fewer than there are
 * threads. One more is refused at once; nobody waits (ADR 0081).
 */
@ApplicationScoped
public class TransferSlots {
    private static final int IN_ALL = 32;
    private static final int OF_EACH = 8;

    private final int inAll;
    private final int ofEach;
    private final Map<String, Integer> taken = new HashMap<>();
    private int total;

    @Inject
    public TransferSlots(Settings settings) {
        this(number(settings, "tillit.transfers", IN_ALL), number(settings, "tillit.transfers.each", OF_EACH));
    }

    TransferSlots(int inAll, int ofEach) {
        this.inAll = inAll;
        this.ofEach = ofEach;
    }

    /** For the container's proxies. */
    protected TransferSlots() {
        this(IN_ALL, OF_EACH);
    }

    private static int number(Settings settings, String name, int otherwise) {
        return settings.optional(name).map(Integer::parseInt).orElse(otherwise);
    }

    /** A place for one file on its way; whoever took it closes it, once. */
    public final class Slot implements AutoCloseable {
        private final String username;

        private Slot(String username) {
            this.username = username;
        }

        @Override
        public void close() {
            release(username);
        }
    }

    /** @throws TransferRefused when this person, or all together, have as many as may be */
    public synchronized Slot take(String username) {
        if (taken.getOrDefault(username, 0) >= ofEach) {
            throw TransferRefused.tooManyOfYours();
        }
        if (total >= inAll) {
            throw TransferRefused.tooManyInAll();
        }
        taken.merge(username, 1, Integer::sum);
        total++;
        return new Slot(username);
    }

    private synchronized void release(String username) {
        total--;
        taken.computeIfPresent(username, (name, count) -> count == 1 ? null : count - 1);
    }
}
