package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.kernel.Settings;
import org.jboss.logging.Logger;

/**
 * Asks Tesseract what a page says: a program of its own for one picture, through pipes, with limits of memory and time. It helps
 * and never decides. Where it is not installed ({@code tillit.ocr.program}, {@code /usr/bin/tesseract}), everything else works.
 */
@ApplicationScoped
class Ocr {
    private static final Logger LOG = Logger.getLogger(Ocr.class);
    private static final Path LIMITS = Path.of("/usr/bin/prlimit");
    private static final int MOST_TEXT = 200_000;
    private static final int SECONDS = 60;
    private static final Pattern ROTATE = Pattern.compile("(?m)^Rotate: (0|90|180|270)$");
    private static final Pattern SURE = Pattern.compile("(?m)^Orientation confidence: (\\d+(?:\\.\\d+)?)$");

    private final Settings settings;

    @Inject
    Ocr(Settings settings) {
        this.settings = settings;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected Ocr() {
        this(null);
    }

    /** Whether it is installed. */
    boolean isThere() {
        return Files.isExecutable(program());
    }

    /** The words on the page; empty when there are none, or it gives up. A page that lies on its side is turned for it. */
    String text(byte[] jpeg, int turned) {
        return run(jpeg, "-l", "nor", "--psm", turned == 0 ? "6" : "1");
    }

    /** By how many degrees, clockwise, the page has to be turned to be read, as far as it can tell: 0, 90, 180 or 270. */
    int turned(byte[] jpeg) {
        String said = run(jpeg, "--psm", "0");
        Matcher rotate = ROTATE.matcher(said);
        Matcher sure = SURE.matcher(said);
        return rotate.find() && sure.find() && Double.parseDouble(sure.group(1)) > 1
                ? Integer.parseInt(rotate.group(1))
                : 0;
    }

    private Path program() {
        return Path.of(settings.optional("tillit.ocr.program").orElse("/usr/bin/tesseract"));
    }

    private String run(byte[] jpeg, String... options) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(LIMITS)) {
            command.addAll(List.of(LIMITS.toString(), "--as=1500000000", "--cpu=" + SECONDS, "--core=0", "--"));
        }
        command.addAll(List.of(program().toString(), "-", "-"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("OMP_THREAD_LIMIT", "1");
        try {
            return talk(builder.start(), jpeg);
        } catch (IOException e) {
            LOG.warnf("Tesseract gave up on a page: %s", e.getClass().getSimpleName());
            return "";
        }
    }

    private static String talk(Process process, byte[] jpeg) throws IOException {
        Thread feeding = daemon("ocr-feeding", () -> feed(process, jpeg));
        Thread ending = daemon("ocr-ending", () -> end(process));
        try (InputStream said = process.getInputStream()) {
            return new String(said.readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            ending.interrupt();
            feeding.interrupt();
        }
    }

    private static void feed(Process process, byte[] jpeg) {
        try (OutputStream into = process.getOutputStream();
                InputStream picture = new ByteArrayInputStream(jpeg)) {
            picture.transferTo(into);
        } catch (IOException e) {
            LOG.debugf("Tesseract took no more: %s", e.getClass().getSimpleName());
        }
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Tesseract was at a page for too long and is ended");
                process.destroyForcibly();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
