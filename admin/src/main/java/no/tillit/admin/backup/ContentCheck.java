package no.tillit.admin.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import no.tillit.storage.BlobId;
import no.tillit.storage.Fixity;
import no.tillit.storage.Storage;

/** Reads all content that a backup's rows name, and compares each with the digest that the rows remember. */
final class ContentCheck {
    private final Storage copies;
    private final PrintWriter out;
    private final Map<Fixity, Long> counts = new EnumMap<>(Fixity.class);

    ContentCheck(Storage copies, PrintWriter out) {
        this.copies = copies;
        this.out = out;
    }

    /** Names what is not whole. */
    void read(InputStream lines) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] blob = line.split(",", -1);
            BlobId id = new BlobId(UUID.fromString(blob[0]));
            Fixity found = Fixity.of(
                    copies, id, Long.parseLong(blob[1]), HexFormat.of().parseHex(blob[2]));
            counts.merge(found, 1L, Long::sum);
            if (found != Fixity.WHOLE) {
                out.println((found == Fixity.DAMAGED ? "damaged " : "missing ") + id.value());
            }
        }
    }

    long count(Fixity finding) {
        return counts.getOrDefault(finding, 0L);
    }
}
