package no.tillit.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import no.tillit.storage.BlobGone;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;

/** Blobs that last as long as the test. */
public final class MemoryStorage implements Storage {
    private record Kept(byte[] bytes, Instant at) {}

    private final Map<BlobId, Kept> blobs = new ConcurrentHashMap<>();
    private final Map<BlobId, Instant> unfinished = new ConcurrentHashMap<>();
    private final Supplier<Instant> now;

    public MemoryStorage(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public Writing begin(BlobId id) {
        unfinished.put(id, now.get());
        return new Writing() {
            private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

            @Override
            public void write(byte[] more, int offset, int length) {
                bytes.write(more, offset, length);
                unfinished.replace(id, now.get());
            }

            @Override
            public void keep() {
                blobs.put(id, new Kept(bytes.toByteArray(), now.get()));
                unfinished.remove(id);
            }

            @Override
            public void close() {
                unfinished.remove(id);
            }
        };
    }

    @Override
    public Reading open(BlobId id) throws BlobGone {
        Kept kept = blobs.get(id);
        if (kept == null) {
            throw new BlobGone(id.value().toString(), new IllegalStateException("never kept, or deleted"));
        }
        return new Reading() {
            @Override
            public long length() {
                return kept.bytes().length;
            }

            @Override
            public InputStream bytes(long from, long toExclusive) {
                return new ByteArrayInputStream(kept.bytes(), (int) from, (int) (toExclusive - from));
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public boolean exists(BlobId id) {
        return blobs.containsKey(id);
    }

    @Override
    public boolean delete(BlobId id) {
        return blobs.remove(id) != null;
    }

    @Override
    public void eachKept(Instant before, Visitor visitor) throws java.io.IOException {
        for (var each : blobs.entrySet()) {
            if (each.getValue().at().isBefore(before)) {
                visitor.visit(each.getKey());
            }
        }
    }

    @Override
    public void eachUnfinished(Instant before, Visitor visitor) throws java.io.IOException {
        for (var each : unfinished.entrySet()) {
            if (each.getValue().isBefore(before)) {
                visitor.visit(each.getKey());
            }
        }
    }

    @Override
    public void abandon(BlobId id) {
        unfinished.remove(id);
    }
}
