package no.tillit.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks through files for what must not be in any of them: a text in the forms in which programs write it down (UTF-8,
 * both UTF-16, hexadecimal, Base64), and pieces of a file's bytes, for texts that a format has compressed.
 */
public final class PlaintextSearch {
    private static final int CHUNK = 4 << 20;
    private static final int PIECE = 24;

    /** What is looked for, byte by byte as ISO-8859-1, by the name to report it under. */
    private final Map<String, String> needles = new LinkedHashMap<>();

    /** @param name how to report it */
    public PlaintextSearch text(String name, String text) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            needles.put(name + " in " + charset, raw(text.getBytes(charset)));
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        needles.put(name + " in hexadecimal", HexFormat.of().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            needles.put(name + " in Base64, shifted by " + shift, base64(bytes, shift));
        }
        return this;
    }

    /** Pieces from all over a file, where its bytes are not ones that every such file has. */
    public PlaintextSearch file(String name, byte[] content, int... offsets) {
        for (int offset : offsets) {
            byte[] piece = java.util.Arrays.copyOfRange(content, offset, offset + PIECE);
            needles.put(name + ", bytes from " + offset, raw(piece));
        }
        return this;
    }

    /** What was found in the files below a folder that were written since then; files that go meanwhile are passed over. */
    public List<String> in(Path root, Instant since) {
        List<String> found = new ArrayList<>();
        if (Files.notExists(root)) {
            return found;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                    if (is.isRegularFile() && !is.lastModifiedTime().toInstant().isBefore(since)) {
                        found.addAll(inFile(file));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private List<String> inFile(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        int overlap = needles.values().stream().mapToInt(String::length).max().orElse(1) - 1;
        try (InputStream in = Files.newInputStream(file)) {
            String before = "";
            for (byte[] read = in.readNBytes(CHUNK); read.length > 0; read = in.readNBytes(CHUNK)) {
                String chunk = before + raw(read);
                needles.forEach((name, needle) -> {
                    String hit = file + " holds " + name;
                    if (chunk.contains(needle) && !found.contains(hit)) {
                        found.add(hit);
                    }
                });
                before = chunk.substring(Math.max(0, chunk.length() - overlap));
            }
        } catch (NoSuchFileException gone) {
            return List.of();
        }
        return found;
    }

    /** The part of the Base64 that does not depend on what stands before and after. */
    private static String base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return all.substring(shift == 0 ? 0 : 4, all.length() - 2);
    }

    private static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
