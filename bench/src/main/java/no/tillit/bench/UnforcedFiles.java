package no.tillit.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;

/** Files where the product's own storage has them, none of which is forced to the disk: for filling in many, and nothing else. */
final class UnforcedFiles implements Storage {
    private final Path folder;

    UnforcedFiles(Path folder) throws IOException {
        this.folder = folder;
        for (int i = 0; i < 256; i++) {
            Files.createDirectories(folder.resolve("%02x".formatted(i)));
        }
    }

    /** Where a blob lies. */
    static Path file(Path folder, BlobId blob) {
        String name = blob.value().toString();
        return folder.resolve(name.substring(0, 2)).resolve(name + ".blob");
    }

    @Override
    public Writing begin(BlobId id) throws IOException {
        OutputStream file = Files.newOutputStream(file(folder, id));
        return new Writing() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                file.write(bytes, offset, length);
            }

            @Override
            public void keep() throws IOException {
                file.close();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public Reading open(BlobId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean exists(BlobId id) {
        return Files.exists(file(folder, id));
    }

    @Override
    public boolean delete(BlobId id) throws IOException {
        return Files.deleteIfExists(file(folder, id));
    }

    @Override
    public void eachKept(Instant before, Visitor visitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void eachUnfinished(Instant before, Visitor visitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void abandon(BlobId id) throws IOException {
        delete(id);
    }
}
