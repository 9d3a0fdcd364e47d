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
        return each(
                grace,
                known,
                id -> {
                    storage.abandon(id);
                    LOG.infof("Removed the unfinished upload %s", id.value());
                },
                id -> {
                    storage.delete(id);
                    LOG.infof("Removed the blob %s, which no record knows", id.value());
                });
    }

    /** What {@link #sweep} would remove, each told; removes nothing. */
    public BlobSweep preview(
            Duration grace, Predicate<BlobId> known, Storage.Visitor unfinished, Storage.Visitor unknown) {
        return each(grace, known, unfinished, unknown);
    }

    private BlobSweep each(
            Duration grace, Predicate<BlobId> known, Storage.Visitor unfinished, Storage.Visitor unknown) {
        Instant before = clock.now().minus(grace);
        var met = new Object() {
            int unfinished;
            int unknown;
        };
        try {
            storage.eachUnfinished(before, id -> {
                unfinished.visit(id);
                met.unfinished++;
            });
            storage.eachKept(before, id -> {
                if (!known.test(id)) {
                    unknown.visit(id);
                    met.unknown++;
                }
            });
            return new BlobSweep(met.unfinished, met.unknown);
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }
}
