package no.tillit.testing.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Real files in every format that is received, made once with LibreOffice, espeak-ng and ffmpeg and kept in
 * {@code target/sample-files}. All say the same invented sentences.
 */
public final class SampleFiles {
    /** Stands in every document, so that a search for it finds plaintext wherever it was left. */
    public static final String SENTENCE = "Nøkkelen til hybelen lå i en blå konvolutt hos vaktmesteren.";

    private static final String TEXT = """
            Samtale om de første ukene ute
            Hva husker du best? %s
            Etterpå gikk vi til biblioteket, og Øyvinds sykkel sto fremdeles ulåst ved døra.
            """.formatted(SENTENCE);

    private static final String VTT = """
            WEBVTT

            00:00:01.000 --> 00:00:06.000
            %s
            """.formatted(SENTENCE);

    private static final String SRT = """
            1
            00:00:01,000 --> 00:00:06,000
            %s
            """.formatted(SENTENCE);

    private static final Path FOLDER = Path.of("target", "sample-files").toAbsolutePath();

    private SampleFiles() {}

    /**
     * The file in this format.
     *
     * @param ending {@code docx}, {@code odt}, {@code pdf}, {@code txt}, {@code vtt}, {@code srt}, {@code wav}, {@code mp3},
     *     {@code m4a}, {@code flac}, {@code ogg}, {@code png} or {@code jpg}
     */
    public static Path in(String ending) {
        return switch (ending) {
            case "txt" -> written("samtale.txt", TEXT);
            case "vtt" -> written("samtale.vtt", VTT);
            case "srt" -> written("samtale.srt", SRT);
            case "docx", "odt", "pdf" -> office(ending, ending);
            case "wav" -> made("samtale.wav", file -> run("espeak-ng", "-v", "nb", "-w", file.toString(), SENTENCE));
            case "mp3", "m4a", "flac", "ogg" -> made("samtale." + ending, file -> ffmpeg(in("wav"), file));
            case "png", "jpg" ->
                made(
                        "skjema." + ending,
                        file -> run(
                                "ffmpeg",
                                "-v",
                                "error",
                                "-y",
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc=size=320x240",
                                "-frames:v",
                                "1",
                                "-update",
                                "1",
                                file.toString()));
            default -> throw new IllegalArgumentException(ending);
        };
    }

    /** The bytes of {@link #in}. */
    public static byte[] bytes(String ending) {
        return read(in(ending));
    }

    /** A PDF that opens only with a password. */
    public static byte[] encryptedPdf() {
        return read(office(
                "encrypted.pdf",
                "pdf:writer_pdf_Export:{\"EncryptFile\":{\"type\":\"boolean\",\"value\":\"true\"},"
                        + "\"DocumentOpenPassword\":{\"type\":\"string\",\"value\":\"hemmelig\"}}"));
    }

    /** The first half of a file. */
    public static byte[] half(String ending) {
        byte[] whole = bytes(ending);
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static Path office(String ending, String filter) {
        return made("samtale." + ending, file -> {
            Path folder = Files.createTempDirectory(FOLDER, "office");
            run(
                    "soffice",
                    "--headless",
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--convert-to",
                    filter,
                    "--outdir",
                    folder.toString(),
                    in("txt").toString());
            String made =
                    "samtale." + ending.substring(ending.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            Files.move(folder.resolve(made), file, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    private static void ffmpeg(Path from, Path to) {
        run("ffmpeg", "-v", "error", "-y", "-i", from.toString(), to.toString());
    }

    private static Path written(String name, String text) {
        return made(name, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
    }

    private interface Maker {
        void make(Path file) throws IOException;
    }

    /** Made beside its place and moved there, so that a name always stands for a whole file. */
    private static synchronized Path made(String name, Maker maker) {
        Path file = FOLDER.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(FOLDER);
            Path beside = FOLDER.resolve("new-" + name);
            maker.make(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said;
            try (InputStream out = process.getInputStream()) {
                said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command[0] + " failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("is " + command[0] + " installed?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
