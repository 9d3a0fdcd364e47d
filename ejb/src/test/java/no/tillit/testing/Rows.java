package no.tillit.testing;

import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import no.tillit.storage.BlobId;
import no.tillit.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/** What a row keeps of a blob, as a line of text: how one test process tells it to another. */
public final class Rows {
    private Rows() {}

    public static String text(@Nullable StoredBlob row) {
        StoredBlob blob = Objects.requireNonNull(row);
        return blob.id().value() + " " + blob.plaintextLength() + " " + blob.ciphertextLength() + " "
                + HexFormat.of().formatHex(blob.sha256());
    }

    public static StoredBlob of(String text) {
        String[] parts = text.split(" ", -1);
        return new StoredBlob(
                new BlobId(UUID.fromString(parts[0])),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                HexFormat.of().parseHex(parts[3]));
    }
}
