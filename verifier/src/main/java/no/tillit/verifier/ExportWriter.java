package no.tillit.verifier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An export of the log: lines of text, UTF-8, fields parted by tabs, written as they come. Absent is {@code -}; backslash,
 * tab, newline and a lone {@code -} are escaped by a backslash.
 *
 * <pre>
 * tillit-audit-export  1
 * log         name of the first history
 * range       first  end  size            entries first … end-1 of a log of size entries
 * before      height  hash                the complete subtrees of the entries before the first, left to right
 * restore     note                        base64 of what was signed about a restore
 * checkpoint  note                        base64, after the last entry it covers (the first ones: before any entry)
 * entry       place  id  time  actor  role  purpose  action  project  participant  type  record  outcome  reason  details  leaf
 * missing     place  leaf                 the place is taken, but there is no entry
 * after       height  hash                the complete subtrees of the entries after the last
 * end         sha256                      over all bytes before this line
 * </pre>
 */
public final class ExportWriter {
    static final String FORMAT = "tillit-audit-export";
    static final String VERSION = "1";

    private final OutputStream out;
    private final MessageDigest digest = Hash.sha256();

    public ExportWriter(OutputStream out) {
        this.out = out;
    }

    /** The beginning. */
    public void begin(String origin, long first, long end, long size) throws IOException {
        line(FORMAT, VERSION);
        line("log", origin);
        line("range", Long.toString(first), Long.toString(end), Long.toString(size));
    }

    public void before(GrowingTree.Subtree subtree) throws IOException {
        line("before", Integer.toString(subtree.height()), subtree.root().base64());
    }

    public void restore(String note) throws IOException {
        line("restore", base64(note.getBytes(StandardCharsets.UTF_8)));
    }

    public void checkpoint(String note) throws IOException {
        line("checkpoint", base64(note.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param leaf as the tree has it, which is not computed from the entry */
    public void entry(long place, LogEntry entry, Hash leaf) throws IOException {
        line(
                "entry",
                Long.toString(place),
                entry.id().toString(),
                entry.at().toString(),
                entry.actor(),
                entry.role(),
                entry.purpose(),
                entry.action(),
                text(entry.project()),
                text(entry.participant()),
                entry.recordType(),
                text(entry.record()),
                entry.outcome(),
                entry.reason(),
                entry.details() == null ? null : base64(entry.details()),
                leaf.base64());
    }

    public void missing(long place, Hash leaf) throws IOException {
        line("missing", Long.toString(place), leaf.base64());
    }

    public void after(GrowingTree.Subtree subtree) throws IOException {
        line("after", Integer.toString(subtree.height()), subtree.root().base64());
    }

    /** The end, without which an export does not count as whole. Does not close the stream. */
    public void end() throws IOException {
        line("end", HexFormat.of().formatHex(digest.digest()));
        out.flush();
    }

    private void line(@Nullable String... fields) throws IOException {
        StringJoiner line = new StringJoiner("\t", "", "\n");
        for (@Nullable String field : fields) {
            line.add(field == null ? "-" : escape(field));
        }
        byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        out.write(bytes);
    }

    private static String escape(String field) {
        if (field.equals("-")) {
            return "\\-";
        }
        return field.indexOf('\\') < 0 && field.indexOf('\t') < 0 && field.indexOf('\n') < 0
                ? field
                : field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
