package no.tillit.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.tillit.kernel.Settings;
import no.tillit.verifier.Checkpoint;
import no.tillit.verifier.SignedNote;
import no.tillit.verifier.VerifierKey;
import org.jboss.logging.Logger;

/**
 * The folder of signed checkpoints outside the database, one small file each, for an outside party to keep: a database that
 * is set back does not set this back.
 */
@ApplicationScoped
public class CheckpointFolder {
    private static final Logger LOG = Logger.getLogger(CheckpointFolder.class);
    private static final Pattern FILE = Pattern.compile("(\\d{4})-(\\d{15})\\.checkpoint");

    private final Supplier<Path> folder;
    private final LogName name;

    @Inject
    public CheckpointFolder(Settings settings, LogName name) {
        this(() -> settings.path("tillit.audit.checkpoints.dir"), name);
    }

    public CheckpointFolder(Supplier<Path> folder, LogName name) {
        this.folder = folder;
        this.name = name;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected CheckpointFolder() {
        this((Supplier<Path>) null, null);
    }

    /**
     * A checkpoint that lies in the folder.
     *
     * @param history which history it is of, by its file's name and signature
     */
    public record Kept(int history, Checkpoint checkpoint) {}

    /** The furthest checkpoint of the newest history in the folder. Files that this log did not sign do not count. */
    public Optional<Kept> last() {
        try (Stream<Path> files = Files.list(open())) {
            List<Path> newestFirst = files.filter(
                            file -> FILE.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.<Path, String>comparing(
                                    file -> file.getFileName().toString())
                            .reversed())
                    .toList();
            return newestFirst.stream().flatMap(file -> read(file).stream()).findFirst();
        } catch (IOException e) {
            throw new IllegalStateException("The folder of checkpoints cannot be read: " + folder.get(), e);
        }
    }

    /** Keeps a checkpoint; durable when this returns. One that lies there already stays. */
    public void keep(int history, long size, String note) {
        write(String.format(Locale.ROOT, "%04d-%015d.checkpoint", history, size), note);
    }

    /** Keeps what was said about a restore. */
    public void keepRestore(int history, String note) {
        write(String.format(Locale.ROOT, "restored-%04d.note", history), note);
    }

    /** Keeps what is said about something else that is counted; durable when this returns. */
    public void keepOf(String what, long size, String note) {
        write(String.format(Locale.ROOT, "%s-%015d.note", what, size), note);
    }

    /** What was kept last about something else, with the largest count. Files that this installation did not sign do not count. */
    public Optional<Checkpoint> lastOf(String what) {
        Pattern file = Pattern.compile(Pattern.quote(what) + "-\\d{15}\\.note");
        try (Stream<Path> files = Files.list(open())) {
            return files.filter(
                            each -> file.matcher(each.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .flatMap(each -> readOf(what, each).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new IllegalStateException("The folder of checkpoints cannot be read: " + folder.get(), e);
        }
    }

    private Optional<Checkpoint> readOf(String what, Path file) {
        try {
            SignedNote note = SignedNote.parse(Files.readString(file));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            VerifierKey key = name.keyOf(what);
            if (note.check(key) == SignedNote.Check.SIGNED
                    && checkpoint.origin().equals(key.name())) {
                return Optional.of(checkpoint);
            }
            LOG.errorf("%s was not signed by this installation", file);
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("%s cannot be read: %s", file, e.getMessage());
        }
        return Optional.empty();
    }

    /** The public key beside what it verifies. */
    public void keepKey() {
        write("log.vkey", name.key(0) + "\n");
    }

    private Optional<Kept> read(Path file) {
        Matcher matcher = FILE.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int history = Integer.parseInt(matcher.group(1));
        try {
            SignedNote note = SignedNote.parse(Files.readString(file));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (note.check(name.key(history)) == SignedNote.Check.SIGNED
                    && checkpoint.origin().equals(name.origin(history))) {
                return Optional.of(new Kept(history, checkpoint));
            }
            LOG.errorf("The checkpoint %s was not signed by this log", file);
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("The checkpoint %s cannot be read: %s", file, e.getMessage());
        }
        return Optional.empty();
    }

    private void write(String file, String text) {
        try {
            Path target = open().resolve(file);
            if (Files.exists(target)) {
                return;
            }
            Path fresh = Files.createTempFile(target.getParent(), "writing-", ".tmp");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel parent = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                parent.force(true);
            }
        } catch (IOException e) {
            throw new IllegalStateException("A checkpoint cannot be written to " + folder.get(), e);
        }
    }

    private Path open() throws IOException {
        return Files.createDirectories(folder.get());
    }
}
