package no.tillit.admin.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts rows as {@code COPY} does, and keeps nothing: a line break within quotes ends none. */
final class RowCount implements DumpReader.Into {
    private final @Nullable ContentCheck content;
    private long rows;

    /** Rows alone. */
    RowCount() {
        this(null);
    }

    /** Rows, and the content that they name. */
    RowCount(@Nullable ContentCheck content) {
        this.content = content;
    }

    /** How many there were in all tables. */
    long rows() {
        return rows;
    }

    @Override
    public void begin(Manifest manifest) {}

    @Override
    public long table(String name, String columns, InputStream in) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long found = 0;
        boolean quoted = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            quoted = (c == '"') != quoted;
            found += c == '\n' && !quoted ? 1 : 0;
        }
        rows += found;
        return found;
    }

    @Override
    public void sequences(Map<String, String> values) {}

    @Override
    public void content(InputStream lines) throws IOException {
        if (content != null) {
            content.read(lines);
        }
    }
}
