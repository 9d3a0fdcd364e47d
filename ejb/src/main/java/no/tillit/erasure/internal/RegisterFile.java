package no.tillit.erasure.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The copy of the erasure register outside every database, so that it survives the restore of both. Lines are only ever
 * added, each with a hash over itself and the line before: a line that was changed or taken out is noticed.
 */
public final class RegisterFile {
    private static final String FIRST = "0".repeat(64);
    private static final int LONGEST_LINE = 4096;

    private final Path path;

    public RegisterFile(Path path) {
        this.path = path;
    }

    /**
     * Adds the entries and forces them to the disk.
     *
     * @throws RegisterUnusable when the file cannot be written, or its end is not as it was left
     */
    public synchronized void append(Collection<RegisterEntry> entries) {
        try (FileChannel file = FileChannel.open(
                        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            dropUnfinishedLine(file);
            String hash = lastHash(file);
            StringBuilder text = new StringBuilder();
            for (RegisterEntry entry : entries) {
                String line = entry.toLine();
                hash = chain(hash, line);
                text.append(line).append(' ').append(hash).append('\n');
            }
            write(file, StandardCharsets.UTF_8.encode(text.toString()));
            assert lock.isValid();
        } catch (IOException e) {
            throw new RegisterUnusable("The erasure register file cannot be written: nothing is erased", e);
        }
    }

    /** All of it or nothing: on a full disk no line stays that nobody is going to act upon. */
    private void write(FileChannel file, ByteBuffer bytes) throws IOException {
        long before = file.size();
        try {
            file.position(before);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            file.truncate(before);
            throw e;
        }
    }

    /**
     * Gives every entry to {@code use}, oldest first.
     *
     * @throws RegisterUnusable when the file cannot be read or was tampered with
     */
    public synchronized void read(Consumer<RegisterEntry> use) {
        walk((entry, hash) -> use.accept(entry));
    }

    /**
     * How far the file has come, and what it said when it had come to {@code at}.
     *
     * @throws RegisterUnusable as {@link #read}
     */
    public synchronized Head head(long at) {
        long[] entries = {0};
        String[] last = {FIRST};
        String[] then = {FIRST};
        walk((entry, hash) -> {
            last[0] = hash;
            if (++entries[0] == at) {
                then[0] = hash;
            }
        });
        return new Head(entries[0], last[0], then[0]);
    }

    /**
     * @param entries how many there are
     * @param hash over all of them, in hexadecimal digits
     * @param then the hash over as many as were asked about; of zeros when there are fewer
     */
    public record Head(long entries, String hash, String then) {}

    private void walk(BiConsumer<RegisterEntry, String> use) {
        if (!Files.exists(path)) {
            return;
        }
        String hash = FIRST;
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                int cut = line.lastIndexOf(' ');
                String body = cut < 0 ? line : line.substring(0, cut);
                String expected = chain(hash, body);
                if (cut < 0 || !line.substring(cut + 1).equals(expected)) {
                    if (lines.readLine() == null && !endsWithNewline()) {
                        return;
                    }
                    throw new RegisterUnusable("The erasure register file was changed at line " + number, null);
                }
                hash = expected;
                use.accept(RegisterEntry.ofLine(body), hash);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new RegisterUnusable("The erasure register file cannot be read", e);
        }
    }

    private boolean endsWithNewline() throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return file.size() == 0 || byteAt(file, file.size() - 1) == '\n';
        }
    }

    /** A crash in the middle of a write leaves a line without an end; nothing was erased on the strength of it. */
    private static void dropUnfinishedLine(FileChannel file) throws IOException {
        long end = file.size();
        while (end > 0 && byteAt(file, end - 1) != '\n') {
            end--;
        }
        if (end < file.size()) {
            file.truncate(end);
        }
    }

    private static String lastHash(FileChannel file) throws IOException {
        long size = file.size();
        if (size == 0) {
            return FIRST;
        }
        int length = (int) Math.min(size, LONGEST_LINE);
        ByteBuffer tail = ByteBuffer.allocate(length);
        while (tail.hasRemaining() && file.read(tail, size - length + tail.position()) >= 0) {
            // until the tail is filled
        }
        String text = new String(tail.array(), StandardCharsets.UTF_8).stripTrailing();
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static byte byteAt(FileChannel file, long position) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        file.read(one, position);
        return one.get(0);
    }

    private static String chain(String before, String line) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((before + " " + line).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
