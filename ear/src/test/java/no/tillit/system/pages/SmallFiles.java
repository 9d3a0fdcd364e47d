package no.tillit.system.pages;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Real, small files to upload, made in a folder of the test. */
final class SmallFiles {
    private final Path folder;

    SmallFiles(Path folder) {
        this.folder = folder;
    }

    /** A scan: a picture of a page. */
    Path scan() {
        var image = new BufferedImage(420, 594, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 420, 594);
        pen.setColor(Color.BLACK);
        pen.drawLine(60, 500, 300, 480);
        pen.dispose();
        Path file = folder.resolve("skjema.png");
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Two seconds of a tone. */
    Path recording() {
        int rate = 16_000;
        byte[] samples = new byte[rate * 2 * 2];
        for (int i = 0; i < samples.length / 2; i++) {
            short value = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / rate));
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        Path file = folder.resolve("opptak.wav");
        var format = new AudioFormat(rate, 16, 1, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** A text saved by LibreOffice in the format of this ending: docx, odt or pdf. */
    Path office(String ending, String content) {
        text("utkast.txt", content);
        run(
                "soffice",
                "--headless",
                "-env:UserInstallation=file://" + folder.resolve("soffice"),
                "--convert-to",
                ending,
                "--outdir",
                folder.toString(),
                folder.resolve("utkast.txt").toString());
        return folder.resolve("utkast." + ending);
    }

    /** The recording as ffmpeg compresses it. */
    Path compressed() {
        Path file = folder.resolve("opptak.mp3");
        run("ffmpeg", "-loglevel", "error", "-y", "-i", recording().toString(), file.toString());
        return file;
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(command[0] + " did not do its work");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A text in UTF-8. */
    Path text(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
