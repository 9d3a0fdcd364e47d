package no.tillit.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import no.tillit.kernel.Clock;
import no.tillit.storage.internal.BlobFiles;
import org.jboss.logging.Logger;

/**
 * What a crash left behind goes after a grace period: uploads that never ended, and blobs whose row was never committed.
 * Every removal is logged.
 */
@ApplicationScoped
public class SweepingBlobs {
    private static final Logger LOG = Logger.getLogger(SweepingBlobs.class);

    private final BlobFiles files;
    private final Clock clock;

    @Inject
    public SweepingBlobs(BlobFiles files, Clock clock) {
        this.files = files;
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
        try {
            List<UUID> pending = new ArrayList<>();
            files.pendingBefore(before, pending::add);
            for (UUID id : pending) {
                files.abandon(id);
                LOG.infof("Removed the unfinished upload %s", id);
            }
            List<UUID> unknown = new ArrayList<>();
            files.blobsBefore(before, id -> {
                if (!known.test(new BlobId(id))) {
                    unknown.add(id);
                }
            });
            for (UUID id : unknown) {
                files.delete(id);
                LOG.infof("Removed the blob %s, which no record knows", id);
            }
            return new BlobSweep(pending.size(), unknown.size());
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }
}
