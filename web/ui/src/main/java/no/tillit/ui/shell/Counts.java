package no.tillit.ui.shell;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import no.tillit.erasure.DeletionFilter;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.kernel.Clock;
import no.tillit.kernel.PageRequest;

/**
 * The numbers beside the menu's entries. Counting is a read that is logged, so it is done when the person has changed
 * something and otherwise every five minutes, not for every page.
 */
@SessionScoped
public class Counts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    private ReadingDeletionJobs jobs;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    private final HashMap<String, Long> byPath = new HashMap<>();
    private Instant until = Instant.MIN;

    /** How many wait behind this entry of the menu. */
    public synchronized long of(String path) {
        if (clock.now().isAfter(until)) {
            byPath.clear();
            byPath.putAll(count());
            until = clock.now().plus(FRESH);
        }
        return byPath.getOrDefault(path, 0L);
    }

    /** Something has changed: count again for the next page. */
    public synchronized void forget() {
        until = Instant.MIN;
    }

    private Map<String, Long> count() {
        if (!visitor.is("privacy-officer project-lead")) {
            return Map.of();
        }
        var proposed = new DeletionFilter(null, DeletionState.PROPOSED);
        return Map.of(
                "/erasure/deletion-jobs.xhtml",
                jobs.page(proposed, new PageRequest(0, 1), visitor.getPurpose()).total());
    }
}
