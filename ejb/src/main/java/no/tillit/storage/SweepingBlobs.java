package no.tillit.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import no.tillit.kernel.Clock;
import org.jboss.logging.Logger;

/**
 * What a crash left behind goes after a grace period: uploads that never ended, and blobs whose row was never committed.
 * Every removal is logged.
 */
@ApplicationScoped
public class SweepingBlobs {
    private static final Logger LOG = Logger.getLogger(SweepingBlobs.class);

    private final Storage storage;
    private final Clock clock;

    @Inject
    public SweepingBlobs(Storage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected SweepingBlobs() {
        this(null, null);
    }

    /**
     * @param grace longer than any upload and its transaction may last
     * @param known whether a committed row, of any feature, names the blob; when it throws, nothing more is removed
     */
    public BlobSweep sweep(Duration grace, Predicate<BlobId> known) {
        Instant before = clock.now().minus(grace);
        var removed = new Object() {
            int pending;
            int unknown;
        };
        try {
            storage.eachUnfinished(before, id -> {
                storage.abandon(id);
                LOG.infof("Removed the unfinished upload %s", id.value());
                removed.pending++;
            });
            storage.eachKept(before, id -> {
                if (!known.test(id)) {
                    storage.delete(id);
                    LOG.infof("Removed the blob %s, which no record knows", id.value());
                    removed.unknown++;
                }
            });
            return new BlobSweep(removed.pending, removed.unknown);
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }
}
