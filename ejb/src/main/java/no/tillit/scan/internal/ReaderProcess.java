package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import no.tillit.kernel.Settings;
import org.jboss.logging.Logger;

/**
 * Starts the reader, a JVM of its own, for one file: the plaintext goes through a pipe, the pages come back through another.
 * Nothing of it reaches a disk. It has a limit of memory ({@code tillit.reader.heap}, 512m) and of time for each page ({@code
 * tillit.reader.seconds}, 60), no environment and no access to what this process has open. Its answer is read with suspicion.
 *
 * <p>The protocol stands at {@code no.tillit.reader.Reader}, which is no part of the application (ADR 0165).
 */
@ApplicationScoped
public class ReaderProcess {
    private static final Logger LOG = Logger.getLogger(ReaderProcess.class);
    private static final int MAGIC = 0x54534331;
    private static final int MOST_PAGES = 1000;
    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_SIDE = 10_000;
    private static final int MOST_BYTES = 32 << 20;

    private final Settings settings;

    @Inject
    public ReaderProcess(Settings settings) {
        this.settings = settings;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected ReaderProcess() {
        this(null);
    }

    /**
     * Reads the file's pages from this one on, each told before the next is read.
     *
     * @param file opens its plaintext; read on another thread
     * @param length of the plaintext, so that the reader holds it once
     * @throws ReaderRefused when the file cannot be read, with the reason
     * @throws ReaderFailed when the process ends, hangs or answers nonsense
     */
    void read(Supplier<InputStream> file, long length, int from, PagesRead pages) {
        Process process = start(from, length);
        var heard = new AtomicLong(System.nanoTime());
        Thread feeding = daemon("scan-feeding", () -> feed(process, file));
        Thread watching = daemon("scan-watching", () -> watch(process, heard));
        try (var answer = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            listen(answer, from, pages, heard);
        } catch (EOFException e) {
            throw new ReaderFailed("The reader ended before it was done", e);
        } catch (IOException e) {
            throw new ReaderFailed("The reader's answer broke off", e);
        } finally {
            process.destroyForcibly();
            watching.interrupt();
            join(feeding);
        }
    }

    private Process start(int from, long length) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = new ProcessBuilder(List.of(
                java.toString(),
                "-Xmx" + settings.optional("tillit.reader.heap").orElse("512m"),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=/nowhere",
                "-cp",
                settings.required("tillit.reader.classpath"),
                "no.tillit.reader.Reader",
                Integer.toString(from),
                Long.toString(length)));
        Map<String, String> environment = command.environment();
        environment.clear();
        environment.put("LC_ALL", "C.UTF-8");
        if (Files.isDirectory(Path.of("/dev/shm"))) {
            command.directory(Path.of("/dev/shm").toFile());
        }
        try {
            return command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new ReaderFailed("The reader cannot be started", e);
        }
    }

    private static void feed(Process process, Supplier<InputStream> file) {
        try (InputStream plain = file.get();
                OutputStream into = process.getOutputStream()) {
            plain.transferTo(into);
        } catch (IOException | RuntimeException e) {
            // It may have refused the file before its end; when not, its answer tells.
            LOG.debugf("The reader took no more: %s", e.getClass().getSimpleName());
            process.destroyForcibly();
        }
    }

    private void watch(Process process, AtomicLong heard) {
        Duration most = Duration.ofSeconds(
                settings.optional("tillit.reader.seconds").map(Long::parseLong).orElse(60L));
        try {
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                if (System.nanoTime() - heard.get() > most.toNanos()) {
                    LOG.warn("The reader said nothing for too long and is ended");
                    process.destroyForcibly();
                    return;
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void listen(DataInputStream answer, int from, PagesRead pages, AtomicLong heard) throws IOException {
        require(answer.readInt() == MAGIC);
        int count = 0;
        int next = from;
        while (true) {
            char kind = (char) answer.readByte();
            heard.set(System.nanoTime());
            switch (kind) {
                case 'P' -> {
                    count = within(answer.readInt(), MOST_PAGES);
                    pages.counted(count);
                }
                case 'G' -> {
                    require(answer.readInt() == next && next <= count);
                    picture(answer, next++, pages);
                }
                case 'B' -> {
                    require(answer.readInt() == next && next <= count);
                    pages.blank(next++);
                }
                case 'U' -> {
                    require(answer.readInt() == next && next <= count);
                    pages.unreadable(next++);
                }
                case 'F' -> {
                    String code = answer.readUTF();
                    require(code.matches("[a-z-]{1,40}"));
                    throw new ReaderRefused(code);
                }
                case 'E' -> {
                    require(next == count + 1);
                    return;
                }
                default -> require(false);
            }
            heard.set(System.nanoTime());
        }
    }

    private static void picture(DataInputStream answer, int page, PagesRead pages) throws IOException {
        String code = answer.readUTF();
        require(code.length() <= LONGEST_CODE);
        answer.readInt();
        int width = within(answer.readInt(), LONGEST_SIDE);
        int height = within(answer.readInt(), LONGEST_SIDE);
        byte[] jpeg = answer.readNBytes(within(answer.readInt(), MOST_BYTES));
        require(jpeg.length > 3 && (jpeg[0] & 0xff) == 0xff && (jpeg[1] & 0xff) == 0xd8);
        pages.picture(page, code, width, height, jpeg);
    }

    private static int within(int number, int most) {
        require(number >= 0 && number <= most);
        return number;
    }

    private static void require(boolean asAgreed) {
        if (!asAgreed) {
            throw new ReaderFailed("The reader's answer is not as agreed");
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
