package no.tillit.admin.backup;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.tillit.admin.AdminFailure;

/** Reads a backup from its first byte to its last. Nothing of it is known to be true before {@link #read} has returned. */
final class DumpReader {
    /** What is done with what is in it, in the file's order. */
    interface Into {
        void begin(Manifest manifest) throws SQLException, IOException;

        /**
         * A table's rows as {@code COPY} wrote them, with a line of the columns' names first.
         *
         * @return how many rows there were
         */
        long table(String name, String columns, InputStream rows) throws SQLException, IOException;

        void sequences(Map<String, String> values) throws SQLException;

        /** A line for each blob that the rows name: its id, its length and its digest in hexadecimal. */
        default void content(InputStream lines) throws IOException {}
    }

    private DumpReader() {}

    /**
     * @param signature over the file as it was checked; what is read here is the same
     * @return what it was of
     * @throws AdminFailure when it is not for this key, not whole, or not what was written
     */
    static Manifest read(Path file, PrivateKey key, Into into, Signature signature) throws SQLException, IOException {
        MessageDigest digest = Signature.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                InputStream opened = Envelope.open(unclosed(in), key)) {
            var zip = new ZipInputStream(opened, StandardCharsets.UTF_8);
            Manifest manifest = null;
            Map<String, String> counted = new HashMap<>();
            Map<String, String> counts = Map.of();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(Dump.MANIFEST)) {
                    manifest = Manifest.read(unclosed(zip));
                    into.begin(manifest);
                } else if (name.startsWith(Dump.TABLE) && manifest != null) {
                    String table = name.substring(Dump.TABLE.length());
                    if (!manifest.tables().contains(table)) {
                        throw damaged(file, null);
                    }
                    counted.put(table, String.valueOf(into.table(table, header(zip), unclosed(zip))));
                } else if (name.equals(Dump.CONTENT)) {
                    into.content(unclosed(zip));
                } else if (name.equals(Dump.SEQUENCES)) {
                    into.sequences(properties(zip));
                } else if (name.equals(Dump.COUNTS)) {
                    counts = properties(zip);
                }
            }
            opened.transferTo(java.io.OutputStream.nullOutputStream());
            in.transferTo(java.io.OutputStream.nullOutputStream());
            if (!MessageDigest.isEqual(digest.digest(), signature.sha512())) {
                throw damaged(file, null);
            }
            if (manifest == null || counts.isEmpty() || !counts.equals(counted)) {
                throw damaged(file, null);
            }
            return manifest;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static AdminFailure damaged(Path file, @org.jspecify.annotations.Nullable Exception cause) {
        return new AdminFailure(
                file + " is not whole, or somebody changed it" + (cause == null ? "" : ": " + cause.getMessage()),
                cause);
    }

    /** The first line: the columns' names, as a list for a statement. */
    private static String header(InputStream in) throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        StringBuilder columns = new StringBuilder();
        for (String column : line.toString(StandardCharsets.UTF_8).split(",", -1)) {
            columns.append(columns.isEmpty() ? "" : ", ").append(Tables.quoted(column));
        }
        return columns.toString();
    }

    private static Map<String, String> properties(InputStream in) throws IOException {
        Properties values = new Properties();
        values.load(new BufferedReader(new InputStreamReader(unclosed(in), StandardCharsets.UTF_8)));
        Map<String, String> map = new HashMap<>();
        values.forEach((name, value) -> map.put(String.valueOf(name), String.valueOf(value)));
        return map;
    }

    /** The rest of the entry; closing it does not close the file. */
    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }
}
