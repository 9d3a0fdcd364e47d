package no.tillit.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** A store used directly. */
record PlainFace(Storage storage) implements Face {
    @Override
    public Kept keep(InputStream content) throws IOException {
        BlobId id = new BlobId(UUID.randomUUID());
        try (Storage.Writing blob = storage.begin(id)) {
            byte[] buffer = new byte[100_000];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                blob.write(buffer, 0, n);
            }
            blob.keep();
        }
        return new Kept(id, null);
    }

    @Override
    public byte[] read(Kept blob) throws IOException {
        try (Storage.Reading reading = storage.open(blob.id())) {
            return range(blob, 0, reading.length());
        }
    }

    @Override
    public byte[] range(Kept blob, long from, long toExclusive) throws IOException {
        try (Storage.Reading reading = storage.open(blob.id());
                InputStream bytes = reading.bytes(from, toExclusive)) {
            return bytes.readAllBytes();
        }
    }
}
