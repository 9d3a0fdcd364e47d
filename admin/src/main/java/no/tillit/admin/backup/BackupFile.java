package no.tillit.admin.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One backup of one database: it has its name only when it is whole and on the disk. */
record BackupFile(Path path) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ENDING = ".tillit-backup";

    /** Writes the dump to a new file of this folder. */
    static BackupFile write(
            Dump dump,
            Path folder,
            String kind,
            List<X509Certificate> operators,
            Signing signing,
            Instant now,
            Consumer<String> progress)
            throws IOException, SQLException {
        Files.createDirectories(folder);
        Path file = folder.resolve(kind + "-" + MOMENT.format(now) + ENDING);
        Path unfinished = folder.resolve("." + file.getFileName() + ".unfinished");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            Signing.Signed out = signing.over(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            try (OutputStream sealed = Envelope.seal(out, operators)) {
                dump.write(sealed, now, progress);
            }
            out.flush();
            channel.force(true);
            keep(Signature.beside(file), out.signature());
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
        return new BackupFile(file);
    }

    /** The signature lies there before the backup has its name: one without the other is never a backup. */
    private static void keep(Path file, byte[] signature) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Channels.newOutputStream(channel).write(signature);
            channel.force(true);
        }
    }

    /** Backups of this kind in the folder that are older than the moment given, by the moment in their names. */
    static List<Path> olderThan(Path folder, String kind, Instant moment) throws IOException {
        String limit = kind + "-" + MOMENT.format(moment) + ENDING;
        List<Path> old = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().matches(kind + "-\\d{8}T\\d{6}Z\\" + ENDING))
                    .filter(file -> file.getFileName().toString().compareTo(limit) < 0)
                    .sorted()
                    .forEach(old::add);
        }
        return old;
    }
}
